CREATE TABLE originals (
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  length BIGINT NOT NULL,
  added TEXT NOT NULL,
  CONSTRAINT pk_originals PRIMARY KEY (sha256)
)

CREATE TABLE failures (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  error TEXT NOT NULL,
  reason TEXT NOT NULL,
  original TEXT,
  capture TEXT,
  sequence BIGINT NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_failures PRIMARY KEY (id),
  CONSTRAINT uq_failures_number UNIQUE (number)
)

CREATE INDEX ix_failures_name ON failures (name)

CREATE INDEX ix_failures_original ON failures (original)

CREATE TABLE feeds (
  url TEXT NOT NULL,
  added TEXT NOT NULL,
  at TEXT,
  etag TEXT,
  last_modified TEXT,
  seen TEXT NOT NULL,
  CONSTRAINT pk_feeds PRIMARY KEY (url)
)

CREATE TABLE tombstones (
  report TEXT NOT NULL,
  number INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  reason TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_tombstones PRIMARY KEY (report),
  CONSTRAINT uq_tombstones_sha256 UNIQUE (sha256)
)

CREATE TABLE custody (
  sequence BIGINT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  details TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT pk_custody PRIMARY KEY (sequence)
)

CREATE INDEX ix_custody_action ON custody (action)

CREATE INDEX ix_custody_object ON custody (object)

CREATE TABLE reports (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  original TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  byline TEXT,
  credit TEXT,
  published TEXT,
  dateline_place TEXT,
  dateline_date TEXT,
  language TEXT,
  url TEXT,
  version INTEGER NOT NULL,
  previous TEXT,
  added TEXT NOT NULL,
  latest_reading TEXT,
  CONSTRAINT pk_reports PRIMARY KEY (id),
  CONSTRAINT uq_reports_number UNIQUE (number),
  CONSTRAINT uq_reports_original UNIQUE (original),
  CONSTRAINT fk_reports_original FOREIGN KEY(original) REFERENCES originals (sha256) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_reports_previous FOREIGN KEY(previous) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_reports_latest_reading FOREIGN KEY(latest_reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_reports_publisher ON reports (publisher)

CREATE INDEX ix_reports_url ON reports (url)

CREATE INDEX ix_reports_published ON reports (published)

CREATE TABLE captures (
  id TEXT NOT NULL,
  report TEXT NOT NULL,
  name TEXT NOT NULL,
  way TEXT,
  at TEXT,
  url TEXT,
  final_url TEXT,
  status INTEGER,
  added TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  capture TEXT NOT NULL,
  CONSTRAINT pk_captures PRIMARY KEY (id),
  CONSTRAINT fk_captures_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_captures_report ON captures (report)

CREATE INDEX ix_captures_name ON captures (name)

CREATE TABLE readings (
  id TEXT NOT NULL,
  report TEXT NOT NULL,
  number INTEGER NOT NULL,
  reader TEXT,
  reader_version TEXT,
  model_sha256 TEXT,
  seconds DOUBLE,
  at TEXT NOT NULL,
  record_sha256 TEXT NOT NULL,
  statements INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  notes INTEGER NOT NULL,
  CONSTRAINT pk_readings PRIMARY KEY (id),
  CONSTRAINT uq_readings_report UNIQUE (report, number),
  CONSTRAINT fk_readings_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_readings_report ON readings (report)

CREATE TABLE judgements (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  object TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  verdict TEXT NOT NULL,
  value TEXT,
  who TEXT NOT NULL,
  why TEXT,
  at TEXT NOT NULL,
  CONSTRAINT pk_judgements PRIMARY KEY (id),
  CONSTRAINT uq_judgements_number UNIQUE (number),
  CONSTRAINT fk_judgements_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_judgements_report ON judgements (report)

CREATE INDEX ix_judgements_object ON judgements (object)

CREATE TABLE sentences (
  id INTEGER NOT NULL,
  report TEXT NOT NULL,
  position INTEGER NOT NULL,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  CONSTRAINT pk_sentences PRIMARY KEY (id),
  CONSTRAINT fk_sentences_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_sentences_report ON sentences (report)

CREATE TABLE records (
  reading TEXT NOT NULL,
  record TEXT NOT NULL,
  CONSTRAINT pk_records PRIMARY KEY (reading),
  CONSTRAINT fk_records_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE chains (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  name TEXT,
  kind TEXT,
  actor TEXT,
  place TEXT,
  mention_count INTEGER NOT NULL,
  CONSTRAINT pk_chains PRIMARY KEY (id),
  CONSTRAINT fk_chains_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_chains_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_chains_place FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_chains_name ON chains (name)

CREATE INDEX ix_chains_report ON chains (report)

CREATE INDEX ix_chains_reading ON chains (reading)

CREATE TABLE times (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  type TEXT,
  value TEXT,
  earliest TEXT,
  latest TEXT,
  precision TEXT,
  derivation TEXT,
  anchor TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_times PRIMARY KEY (id),
  CONSTRAINT fk_times_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_times_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_times_reading ON times (reading)

CREATE INDEX ix_times_report ON times (report)

CREATE TABLE removed (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  why TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_removed PRIMARY KEY (id),
  CONSTRAINT fk_removed_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_removed_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_removed_report ON removed (report)

CREATE INDEX ix_removed_reading ON removed (reading)

CREATE TABLE notes (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  part TEXT,
  what TEXT,
  CONSTRAINT pk_notes PRIMARY KEY (id),
  CONSTRAINT fk_notes_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_notes_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_notes_reading ON notes (reading)

CREATE INDEX ix_notes_report ON notes (report)

CREATE TABLE chain_roles (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  chain TEXT NOT NULL,
  role TEXT,
  from_date TEXT,
  until_date TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_chain_roles PRIMARY KEY (id),
  CONSTRAINT fk_chain_roles_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_chain_roles_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_chain_roles_chain FOREIGN KEY(chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_chain_roles_report ON chain_roles (report)

CREATE INDEX ix_chain_roles_reading ON chain_roles (reading)

CREATE TABLE chain_links (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  chain TEXT NOT NULL,
  relation TEXT,
  other TEXT,
  CONSTRAINT pk_chain_links PRIMARY KEY (id),
  CONSTRAINT fk_chain_links_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_chain_links_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_chain_links_chain FOREIGN KEY(chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_chain_links_other FOREIGN KEY(other) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_chain_links_report ON chain_links (report)

CREATE INDEX ix_chain_links_reading ON chain_links (reading)

CREATE TABLE mentions (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  chain TEXT,
  kind TEXT,
  form TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  confidence DOUBLE,
  CONSTRAINT pk_mentions PRIMARY KEY (id),
  CONSTRAINT fk_mentions_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mentions_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mentions_chain FOREIGN KEY(chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_mentions_reading ON mentions (reading)

CREATE INDEX ix_mentions_chain ON mentions (chain)

CREATE INDEX ix_mentions_report ON mentions (report)

CREATE TABLE statements (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  label TEXT,
  speaker TEXT,
  speaker_type TEXT,
  speaker_chain TEXT,
  source TEXT,
  cue TEXT,
  content TEXT,
  form TEXT,
  speech_act TEXT,
  certainty TEXT,
  polarity TEXT,
  tense TEXT,
  condition TEXT,
  verification TEXT,
  inside TEXT,
  confidence DOUBLE,
  CONSTRAINT pk_statements PRIMARY KEY (id),
  CONSTRAINT fk_statements_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statements_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statements_speaker_chain FOREIGN KEY(speaker_chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statements_inside FOREIGN KEY(inside) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_statements_report ON statements (report)

CREATE INDEX ix_statements_speaker ON statements (speaker)

CREATE INDEX ix_statements_form ON statements (form)

CREATE INDEX ix_statements_speech_act ON statements (speech_act)

CREATE INDEX ix_statements_reading ON statements (reading)

CREATE INDEX ix_statements_certainty ON statements (certainty)

CREATE TABLE places (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  name TEXT,
  mention TEXT,
  geonameid BIGINT,
  latitude DOUBLE,
  longitude DOUBLE,
  feature TEXT,
  country TEXT,
  admin1 TEXT,
  precision TEXT,
  role TEXT,
  confidence DOUBLE,
  why TEXT,
  CONSTRAINT pk_places PRIMARY KEY (id),
  CONSTRAINT fk_places_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_places_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_places_mention FOREIGN KEY(mention) REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_places_reading ON places (reading)

CREATE INDEX ix_places_report ON places (report)

CREATE TABLE statement_spans (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  statement TEXT NOT NULL,
  part TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_statement_spans PRIMARY KEY (id),
  CONSTRAINT fk_statement_spans_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statement_spans_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statement_spans_statement FOREIGN KEY(statement) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_statement_spans_reading ON statement_spans (reading)

CREATE INDEX ix_statement_spans_statement ON statement_spans (statement)

CREATE INDEX ix_statement_spans_report ON statement_spans (report)

CREATE TABLE decisions (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  statement TEXT,
  field TEXT,
  decided_by TEXT,
  words TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_decisions PRIMARY KEY (id),
  CONSTRAINT fk_decisions_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_decisions_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_decisions_statement FOREIGN KEY(statement) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_decisions_report ON decisions (report)

CREATE INDEX ix_decisions_reading ON decisions (reading)

CREATE INDEX ix_decisions_statement ON decisions (statement)

CREATE TABLE place_candidates (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  place TEXT NOT NULL,
  name TEXT,
  geonameid BIGINT,
  latitude DOUBLE,
  longitude DOUBLE,
  country TEXT,
  admin1 TEXT,
  score DOUBLE,
  CONSTRAINT pk_place_candidates PRIMARY KEY (id),
  CONSTRAINT fk_place_candidates_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_place_candidates_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_place_candidates_place FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_place_candidates_report ON place_candidates (report)

CREATE INDEX ix_place_candidates_reading ON place_candidates (reading)

CREATE TABLE incidents (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  type TEXT,
  stage TEXT,
  place TEXT,
  time TEXT,
  CONSTRAINT pk_incidents PRIMARY KEY (id),
  CONSTRAINT fk_incidents_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_incidents_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_incidents_place FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_incidents_time FOREIGN KEY(time) REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_incidents_report ON incidents (report)

CREATE INDEX ix_incidents_reading ON incidents (reading)

CREATE TABLE states (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  kind TEXT,
  holder TEXT,
  place TEXT,
  time TEXT,
  low DOUBLE,
  high DOUBLE,
  certainty TEXT,
  polarity TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_states PRIMARY KEY (id),
  CONSTRAINT fk_states_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_states_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_states_holder FOREIGN KEY(holder) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_states_place FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_states_time FOREIGN KEY(time) REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_states_reading ON states (reading)

CREATE INDEX ix_states_report ON states (report)

CREATE TABLE events (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  type TEXT,
  acled_event_type TEXT,
  acled_sub_event_type TEXT,
  plover_event TEXT,
  plover_mode TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  trigger_words TEXT,
  place TEXT,
  time TEXT,
  certainty TEXT,
  polarity TEXT,
  status TEXT,
  incident TEXT,
  confidence DOUBLE,
  CONSTRAINT pk_events PRIMARY KEY (id),
  CONSTRAINT fk_events_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_place FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_time FOREIGN KEY(time) REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_incident FOREIGN KEY(incident) REFERENCES incidents (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_events_reading ON events (reading)

CREATE INDEX ix_events_report ON events (report)

CREATE TABLE participants (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  incident TEXT NOT NULL,
  role TEXT,
  chain TEXT,
  kind TEXT,
  blame TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_participants PRIMARY KEY (id),
  CONSTRAINT fk_participants_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_participants_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_participants_incident FOREIGN KEY(incident) REFERENCES incidents (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_participants_chain FOREIGN KEY(chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_participants_report ON participants (report)

CREATE INDEX ix_participants_reading ON participants (reading)

CREATE INDEX ix_participants_incident ON participants (incident)

CREATE TABLE arguments (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  event TEXT NOT NULL,
  role TEXT,
  chain TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_arguments PRIMARY KEY (id),
  CONSTRAINT fk_arguments_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_arguments_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_arguments_event FOREIGN KEY(event) REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_arguments_chain FOREIGN KEY(chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_arguments_report ON arguments (report)

CREATE INDEX ix_arguments_reading ON arguments (reading)

CREATE INDEX ix_arguments_event ON arguments (event)

CREATE TABLE quantities (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  low DOUBLE,
  high DOUBLE,
  modifier TEXT,
  unit TEXT,
  about TEXT,
  event TEXT,
  statement TEXT,
  narrator INTEGER NOT NULL,
  CONSTRAINT pk_quantities PRIMARY KEY (id),
  CONSTRAINT fk_quantities_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_quantities_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_quantities_event FOREIGN KEY(event) REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_quantities_statement FOREIGN KEY(statement) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_quantities_reading ON quantities (reading)

CREATE INDEX ix_quantities_report ON quantities (report)

CREATE TABLE assertions (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  event TEXT,
  state TEXT,
  statement TEXT,
  narrator INTEGER NOT NULL,
  CONSTRAINT pk_assertions PRIMARY KEY (id),
  CONSTRAINT fk_assertions_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_assertions_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_assertions_event FOREIGN KEY(event) REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_assertions_state FOREIGN KEY(state) REFERENCES states (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_assertions_statement FOREIGN KEY(statement) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_assertions_reading ON assertions (reading)

CREATE INDEX ix_assertions_statement ON assertions (statement)

CREATE INDEX ix_assertions_report ON assertions (report)

CREATE INDEX ix_assertions_event ON assertions (event)

CREATE TABLE tolls (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  incident TEXT NOT NULL,
  harm TEXT,
  low DOUBLE,
  high DOUBLE,
  quantity TEXT,
  CONSTRAINT pk_tolls PRIMARY KEY (id),
  CONSTRAINT fk_tolls_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_tolls_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_tolls_incident FOREIGN KEY(incident) REFERENCES incidents (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_tolls_quantity FOREIGN KEY(quantity) REFERENCES quantities (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_tolls_reading ON tolls (reading)

CREATE INDEX ix_tolls_report ON tolls (report)

CREATE INDEX ix_tolls_incident ON tolls (incident)

CREATE VIRTUAL TABLE sentence_words USING fts5(folded, content='sentences', content_rowid='id',
tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")

CREATE VIRTUAL TABLE sentence_trigrams USING fts5(folded, content='sentences', content_rowid='id',
tokenize="trigram case_sensitive 1")

CREATE VIEW latest_readings AS
SELECT readings.id, reports.id AS report, reports.title, reports.publisher, reports.published, readings.reader,
       readings.reader_version, readings.at, readings.statements, readings.mentions, readings.notes
FROM reports JOIN readings ON readings.id = reports.latest_reading

CREATE VIEW who_said_what AS
SELECT statements.id, reports.published, reports.publisher, statements.speaker, statements.speaker_type,
       statements.cue, statements.content, statements.form, statements.speech_act, statements.certainty,
       statements.polarity, statements.tense, statements.verification, statements.inside, statements.confidence,
       reports.id AS report, reports.title
FROM statements JOIN reports ON reports.latest_reading = statements.reading

CREATE VIEW denials AS
SELECT id, published, publisher, speaker, speaker_type, cue, content, certainty, inside, report, title
FROM who_said_what WHERE speech_act = 'deny'

CREATE VIEW claims_of_responsibility AS
SELECT id, published, publisher, speaker, speaker_type, cue, content, certainty, inside, report, title
FROM who_said_what WHERE speech_act = 'claim_responsibility'

CREATE VIEW speakers AS
SELECT speaker, count(*) AS statements, count(DISTINCT report) AS reports, count(DISTINCT publisher) AS publishers,
       sum(CASE WHEN speech_act = 'deny' THEN 1 ELSE 0 END) AS denials, min(published) AS first, max(published) AS last
FROM who_said_what WHERE speaker IS NOT NULL GROUP BY speaker

CREATE VIEW reports_by_publisher AS
SELECT reports.publisher, count(*) AS reports, sum(readings.statements) AS statements,
       min(reports.published) AS first, max(reports.published) AS last
FROM reports LEFT JOIN readings ON readings.id = reports.latest_reading GROUP BY reports.publisher

CREATE VIEW changed_reports AS
SELECT later.id, later.url, later.version, later.title, later.added, earlier.id AS earlier,
       earlier.title AS earlier_title, earlier.added AS earlier_added
FROM reports AS later JOIN reports AS earlier ON earlier.id = later.previous

CREATE VIEW open_failures AS
SELECT failures.id, failures.name, failures.error, failures.reason, failures.original, failures.at
FROM failures
WHERE NOT EXISTS (SELECT 1 FROM captures WHERE captures.name = failures.name
                  AND captures.sequence > failures.sequence)
  AND NOT EXISTS (SELECT 1 FROM captures JOIN reports ON reports.id = captures.report
                  WHERE reports.original = failures.original AND captures.sequence > failures.sequence)
  AND NOT EXISTS (SELECT 1 FROM failures AS later
                  WHERE later.name = failures.name AND later.number > failures.number)

CREATE VIEW latest_judgements AS
SELECT judgements.id, judgements.object, judgements.report, judgements.verdict, judgements.value, judgements.who,
       judgements.why, judgements.at
FROM judgements
WHERE NOT EXISTS (SELECT 1 FROM judgements AS later
                  WHERE later.report = judgements.report AND later.number > judgements.number
                    AND (later.object = judgements.object OR later.record_id = judgements.record_id))
