CREATE TABLE originals (
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  length BIGINT NOT NULL,
  added TEXT NOT NULL,
  CONSTRAINT pk_originals PRIMARY KEY (sha256)
)

COMMENT ON TABLE originals IS 'Bytes as they came, each once; they lie in the folder beside the ledger.'

COMMENT ON COLUMN originals.sha256 IS 'Hash of the bytes as they came; also their name in the folder.'

COMMENT ON COLUMN originals.media_type IS 'What kind of file the bytes are.'

COMMENT ON COLUMN originals.length IS 'How many bytes.'

COMMENT ON COLUMN originals.added IS 'When they were kept, ISO 8601 in UTC.'

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

COMMENT ON TABLE failures IS 'Attempts that failed. One is closed when the same name or the same bytes are added later.'

COMMENT ON COLUMN failures.id IS 'f and a number.'

COMMENT ON COLUMN failures.number IS 'That number.'

COMMENT ON COLUMN failures.name IS 'What it was called; unreadable characters are escaped.'

COMMENT ON COLUMN failures.error IS 'The kind of error.'

COMMENT ON COLUMN failures.reason IS 'What was wrong and what to do.'

COMMENT ON COLUMN failures.original IS 'Hash of the bytes, where there were any.'

COMMENT ON COLUMN failures.capture IS 'How they were taken, as JSON.'

COMMENT ON COLUMN failures.sequence IS 'Its row in the custody log; a capture with a later one closes it.'

COMMENT ON COLUMN failures.at IS 'When, ISO 8601 in UTC.'

CREATE TABLE feeds (
  url TEXT NOT NULL,
  added TEXT NOT NULL,
  at TEXT,
  etag TEXT,
  last_modified TEXT,
  seen TEXT NOT NULL,
  CONSTRAINT pk_feeds PRIMARY KEY (url)
)

COMMENT ON TABLE feeds IS 'Feeds that are followed, and how far.'

COMMENT ON COLUMN feeds.url IS 'Its address.'

COMMENT ON COLUMN feeds.added IS 'Since when it is followed, ISO 8601 in UTC.'

COMMENT ON COLUMN feeds.at IS 'When it was last asked for.'

COMMENT ON COLUMN feeds.etag IS 'What to ask with the next time.'

COMMENT ON COLUMN feeds.last_modified IS 'What to ask with the next time.'

COMMENT ON COLUMN feeds.seen IS 'Ids of the entries that were seen, as a JSON list.'

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

COMMENT ON TABLE tombstones IS 'Reports that were purged. Nothing of their text is left.'

COMMENT ON COLUMN tombstones.report IS 'The report that was here.'

COMMENT ON COLUMN tombstones.number IS 'Its number.'

COMMENT ON COLUMN tombstones.sha256 IS 'Hash of the bytes that were here.'

COMMENT ON COLUMN tombstones.reason IS 'Why it was purged.'

COMMENT ON COLUMN tombstones.who IS 'Who purged it.'

COMMENT ON COLUMN tombstones.at IS 'When, ISO 8601 in UTC.'

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

COMMENT ON TABLE custody IS 'Everything that was done, in order; each row carries the hash of the one before.'

COMMENT ON COLUMN custody.sequence IS 'From 1, without gaps.'

COMMENT ON COLUMN custody.at IS 'When, ISO 8601 in UTC; the order is that of the sequence, not of the clock.'

COMMENT ON COLUMN custody.who IS 'Who did it.'

COMMENT ON COLUMN custody.action IS 'add, capture, read, judge, fail, follow, export or purge.'

COMMENT ON COLUMN custody.object IS 'Id of what it was done to.'

COMMENT ON COLUMN custody.details IS 'Hashes and ids as JSON; never words of a report.'

COMMENT ON COLUMN custody.previous IS 'Hash of the row before.'

COMMENT ON COLUMN custody.hash IS 'SHA-256 over all of this row.'

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
  CONSTRAINT fk_reports_previous FOREIGN KEY(previous) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_reports_publisher ON reports (publisher)

CREATE INDEX ix_reports_url ON reports (url)

CREATE INDEX ix_reports_published ON reports (published)

COMMENT ON TABLE reports IS 'Reports, one for each original. What describes them is taken from the newest reading.'

COMMENT ON COLUMN reports.id IS 'r and a number, in the order in which they were added.'

COMMENT ON COLUMN reports.number IS 'That number.'

COMMENT ON COLUMN reports.original IS 'Hash of its bytes.'

COMMENT ON COLUMN reports.title IS 'Its headline, or its name where it has none.'

COMMENT ON COLUMN reports.publisher IS 'The outlet.'

COMMENT ON COLUMN reports.byline IS 'Who wrote it, as written.'

COMMENT ON COLUMN reports.credit IS 'The agency that it was taken from.'

COMMENT ON COLUMN reports.published IS 'ISO date of publication.'

COMMENT ON COLUMN reports.dateline_place IS 'The place that it opens with.'

COMMENT ON COLUMN reports.dateline_date IS 'The date that it opens with.'

COMMENT ON COLUMN reports.language IS 'ISO 639-1 code.'

COMMENT ON COLUMN reports.url IS 'Where it stands or stood.'

COMMENT ON COLUMN reports.version IS '1 for the first bytes that came from this address, 2 for the next.'

COMMENT ON COLUMN reports.previous IS 'The report that the same address gave before.'

COMMENT ON COLUMN reports.added IS 'When it was added, ISO 8601 in UTC.'

COMMENT ON COLUMN reports.latest_reading IS 'Its newest reading.'

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

COMMENT ON TABLE captures IS 'How and when bytes were taken: one original may have been captured several times.'

COMMENT ON COLUMN captures.id IS 'Report, and which of its captures.'

COMMENT ON COLUMN captures.report IS 'What was captured.'

COMMENT ON COLUMN captures.name IS 'What it was called: a path as given, an address; unreadable characters are escaped.'

COMMENT ON COLUMN captures.way IS 'file, standard input, record, url, feed, archive or message.'

COMMENT ON COLUMN captures.at IS 'When it was captured, ISO 8601 in UTC.'

COMMENT ON COLUMN captures.url IS 'The address that was asked for.'

COMMENT ON COLUMN captures.final_url IS 'The address that answered.'

COMMENT ON COLUMN captures.status IS 'Status of the answer.'

COMMENT ON COLUMN captures.added IS 'When this was written down, ISO 8601 in UTC.'

COMMENT ON COLUMN captures.sequence IS 'Its row in the custody log.'

COMMENT ON COLUMN captures.capture IS 'All that is known of it, as JSON: redirects, headers, what was stated beside it.'

CREATE TABLE readings (
  id TEXT NOT NULL,
  report TEXT NOT NULL,
  number INTEGER NOT NULL,
  reader TEXT,
  reader_version TEXT,
  model_sha256 TEXT,
  seconds DOUBLE PRECISION,
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

COMMENT ON TABLE readings IS 'Readings of reports, one for each reader that read it.'

COMMENT ON COLUMN readings.id IS 'Report, and which of its readings.'

COMMENT ON COLUMN readings.report IS 'What was read.'

COMMENT ON COLUMN readings.number IS 'Which of its readings, from 1.'

COMMENT ON COLUMN readings.reader IS 'What read it.'

COMMENT ON COLUMN readings.reader_version IS 'Its version.'

COMMENT ON COLUMN readings.model_sha256 IS 'Hash of its weights.'

COMMENT ON COLUMN readings.seconds IS 'How long it took.'

COMMENT ON COLUMN readings.at IS 'When the reading was added, ISO 8601 in UTC.'

COMMENT ON COLUMN readings.record_sha256 IS 'Hash of the record as it is kept.'

COMMENT ON COLUMN readings.statements IS 'How many statements it has.'

COMMENT ON COLUMN readings.mentions IS 'How many mentions it has.'

COMMENT ON COLUMN readings.notes IS 'How many things were given up on.'

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

COMMENT ON TABLE judgements IS 'What people decided. A later reading never changes these; a later judgement stands beside the earlier.'

COMMENT ON COLUMN judgements.id IS 'j and a number.'

COMMENT ON COLUMN judgements.number IS 'That number.'

COMMENT ON COLUMN judgements.object IS 'Id of what is judged: a report, a reading or a part of one.'

COMMENT ON COLUMN judgements.report IS 'The report that it belongs to.'

COMMENT ON COLUMN judgements.record_id IS 'The id that a part has within its record, which a later reading may have again.'

COMMENT ON COLUMN judgements.verdict IS 'What was found: right, wrong, changed, …'

COMMENT ON COLUMN judgements.value IS 'The value that is right, as JSON.'

COMMENT ON COLUMN judgements.who IS 'Who judged.'

COMMENT ON COLUMN judgements.why IS 'The reason that was given.'

COMMENT ON COLUMN judgements.at IS 'When, ISO 8601 in UTC.'

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

COMMENT ON TABLE sentences IS 'The sentences of each report''s newest reading.'

COMMENT ON COLUMN sentences.id IS 'A number; it changes when a report is read anew.'

COMMENT ON COLUMN sentences.report IS 'The report.'

COMMENT ON COLUMN sentences.position IS 'Which of the report''s; 0 is its title.'

COMMENT ON COLUMN sentences.start_offset IS 'Offset of the first character, in code points; none for the title.'

COMMENT ON COLUMN sentences.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN sentences.text IS 'The sentence.'

COMMENT ON COLUMN sentences.folded IS 'The sentence without case and accents, in which words are looked for.'

CREATE TABLE records (
  reading TEXT NOT NULL,
  record TEXT NOT NULL,
  CONSTRAINT pk_records PRIMARY KEY (reading),
  CONSTRAINT fk_records_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED
)

COMMENT ON TABLE records IS 'The records themselves. They are what counts: all other tables about a reading are made from them.'

COMMENT ON COLUMN records.reading IS 'The reading.'

COMMENT ON COLUMN records.record IS 'The record as JSON (onrecord/1).'

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
  CONSTRAINT fk_chains_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_chains_name ON chains (name)

CREATE INDEX ix_chains_report ON chains (report)

CREATE INDEX ix_chains_reading ON chains (reading)

COMMENT ON TABLE chains IS 'People, bodies and places that a report names, each with all its mentions.'

COMMENT ON COLUMN chains.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN chains.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN chains.report IS 'The report.'

COMMENT ON COLUMN chains.record_id IS 'Its id within the record.'

COMMENT ON COLUMN chains.name IS 'The fullest name that the report gives.'

COMMENT ON COLUMN chains.kind IS 'What kind of thing it is.'

COMMENT ON COLUMN chains.actor IS 'Id in the registry of actors.'

COMMENT ON COLUMN chains.place IS 'The place, for a location.'

COMMENT ON COLUMN chains.mention_count IS 'How many mentions it has.'

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

COMMENT ON TABLE times IS 'Time expressions.'

COMMENT ON COLUMN times.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN times.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN times.report IS 'The report.'

COMMENT ON COLUMN times.record_id IS 'Its id within the record.'

COMMENT ON COLUMN times.type IS 'TIMEX3 type.'

COMMENT ON COLUMN times.value IS 'TIMEX3 value.'

COMMENT ON COLUMN times.earliest IS 'ISO date of the first day that it can mean.'

COMMENT ON COLUMN times.latest IS 'ISO date of the last day that it can mean.'

COMMENT ON COLUMN times.precision IS 'How precise the words are.'

COMMENT ON COLUMN times.derivation IS 'written, anchored or unanchored.'

COMMENT ON COLUMN times.anchor IS 'The words that it was worked out from.'

COMMENT ON COLUMN times.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN times.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN times.text IS 'The words.'

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

COMMENT ON TABLE removed IS 'What is no part of a report''s own telling: captions, credits, advertisements.'

COMMENT ON COLUMN removed.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN removed.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN removed.report IS 'The report.'

COMMENT ON COLUMN removed.why IS 'What it is.'

COMMENT ON COLUMN removed.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN removed.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN removed.text IS 'The words.'

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

COMMENT ON TABLE notes IS 'What was given up on, and why.'

COMMENT ON COLUMN notes.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN notes.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN notes.report IS 'The report.'

COMMENT ON COLUMN notes.part IS 'The part of the report or the record.'

COMMENT ON COLUMN notes.what IS 'What was given up on, and why.'

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

COMMENT ON TABLE chain_roles IS 'What somebody is said to be.'

COMMENT ON COLUMN chain_roles.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN chain_roles.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN chain_roles.report IS 'The report.'

COMMENT ON COLUMN chain_roles.chain IS 'Who.'

COMMENT ON COLUMN chain_roles.role IS 'The title or description.'

COMMENT ON COLUMN chain_roles.from_date IS 'ISO date from which it holds.'

COMMENT ON COLUMN chain_roles.until_date IS 'ISO date until which it holds.'

COMMENT ON COLUMN chain_roles.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN chain_roles.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN chain_roles.text IS 'The words.'

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

COMMENT ON TABLE chain_links IS 'What a report says about the relation of two chains.'

COMMENT ON COLUMN chain_links.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN chain_links.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN chain_links.report IS 'The report.'

COMMENT ON COLUMN chain_links.chain IS 'The one.'

COMMENT ON COLUMN chain_links.relation IS 'member_of, allied_with or opposed_to.'

COMMENT ON COLUMN chain_links.other IS 'The other.'

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
  confidence DOUBLE PRECISION,
  CONSTRAINT pk_mentions PRIMARY KEY (id),
  CONSTRAINT fk_mentions_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mentions_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mentions_chain FOREIGN KEY(chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_mentions_reading ON mentions (reading)

CREATE INDEX ix_mentions_chain ON mentions (chain)

CREATE INDEX ix_mentions_report ON mentions (report)

COMMENT ON TABLE mentions IS 'Names, descriptions and pronouns.'

COMMENT ON COLUMN mentions.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN mentions.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN mentions.report IS 'The report.'

COMMENT ON COLUMN mentions.record_id IS 'Its id within the record.'

COMMENT ON COLUMN mentions.chain IS 'What it is a mention of.'

COMMENT ON COLUMN mentions.kind IS 'What kind of thing it is.'

COMMENT ON COLUMN mentions.form IS 'name, nominal or pronoun.'

COMMENT ON COLUMN mentions.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN mentions.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN mentions.text IS 'The words.'

COMMENT ON COLUMN mentions.confidence IS 'Calibrated probability (0-1) of span and kind.'

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
  confidence DOUBLE PRECISION,
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

COMMENT ON TABLE statements IS 'Who is said to have said what.'

COMMENT ON COLUMN statements.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN statements.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN statements.report IS 'The report.'

COMMENT ON COLUMN statements.record_id IS 'Its id within the record.'

COMMENT ON COLUMN statements.label IS 'Who and what, in short.'

COMMENT ON COLUMN statements.speaker IS 'Who speaks: the fullest name that the report gives, or the words for the source.'

COMMENT ON COLUMN statements.speaker_type IS 'What kind of source it is.'

COMMENT ON COLUMN statements.speaker_chain IS 'The chain of the source.'

COMMENT ON COLUMN statements.source IS 'The words that name the source.'

COMMENT ON COLUMN statements.cue IS 'The words that tell that something is said.'

COMMENT ON COLUMN statements.content IS 'What is said.'

COMMENT ON COLUMN statements.form IS 'direct, indirect or mixed.'

COMMENT ON COLUMN statements.speech_act IS 'What is done by saying it.'

COMMENT ON COLUMN statements.certainty IS 'How sure the speaker is.'

COMMENT ON COLUMN statements.polarity IS 'Whether it is said to be so, or not to be so.'

COMMENT ON COLUMN statements.tense IS 'When it holds, seen from the moment of speaking.'

COMMENT ON COLUMN statements.condition IS 'The words of a condition that it hangs on.'

COMMENT ON COLUMN statements.verification IS 'Whether the report says that it checked it.'

COMMENT ON COLUMN statements.inside IS 'The statement that it stands within.'

COMMENT ON COLUMN statements.confidence IS 'Calibrated probability (0-1) that this is a statement with these parts.'

CREATE TABLE places (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  name TEXT,
  mention TEXT,
  geonameid BIGINT,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  feature TEXT,
  country TEXT,
  admin1 TEXT,
  precision TEXT,
  role TEXT,
  confidence DOUBLE PRECISION,
  why TEXT,
  CONSTRAINT pk_places PRIMARY KEY (id),
  CONSTRAINT fk_places_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_places_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_places_mention FOREIGN KEY(mention) REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_places_reading ON places (reading)

CREATE INDEX ix_places_report ON places (report)

COMMENT ON TABLE places IS 'Places that a report names.'

COMMENT ON COLUMN places.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN places.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN places.report IS 'The report.'

COMMENT ON COLUMN places.record_id IS 'Its id within the record.'

COMMENT ON COLUMN places.name IS 'Its name.'

COMMENT ON COLUMN places.mention IS 'The mention.'

COMMENT ON COLUMN places.geonameid IS 'Its GeoNames id.'

COMMENT ON COLUMN places.latitude IS 'Degrees north, WGS 84.'

COMMENT ON COLUMN places.longitude IS 'Degrees east, WGS 84.'

COMMENT ON COLUMN places.feature IS 'GeoNames feature code.'

COMMENT ON COLUMN places.country IS 'ISO 3166-1 alpha-2.'

COMMENT ON COLUMN places.admin1 IS 'First-order division.'

COMMENT ON COLUMN places.precision IS 'How precise the words are.'

COMMENT ON COLUMN places.role IS 'event, reporting or mentioned: only an event happened there.'

COMMENT ON COLUMN places.confidence IS 'Calibrated probability (0-1) that this is the place meant.'

COMMENT ON COLUMN places.why IS 'Why this one was taken, or none.'

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

COMMENT ON TABLE statement_spans IS 'Where each part of a statement stands.'

COMMENT ON COLUMN statement_spans.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN statement_spans.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN statement_spans.report IS 'The report.'

COMMENT ON COLUMN statement_spans.statement IS 'The statement.'

COMMENT ON COLUMN statement_spans.part IS 'source, cue, content, condition, hedge, negation or verification.'

COMMENT ON COLUMN statement_spans.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN statement_spans.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN statement_spans.text IS 'The words.'

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

COMMENT ON TABLE decisions IS 'What decided a field: a rule, the model, or words.'

COMMENT ON COLUMN decisions.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN decisions.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN decisions.report IS 'The report.'

COMMENT ON COLUMN decisions.statement IS 'The statement; none where it is a field of the report.'

COMMENT ON COLUMN decisions.field IS 'The name of the field.'

COMMENT ON COLUMN decisions.decided_by IS 'The rule that decided it, or model.'

COMMENT ON COLUMN decisions.words IS 'The words that it was decided by, where they stand outside the text.'

COMMENT ON COLUMN decisions.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN decisions.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN decisions.text IS 'The words.'

CREATE TABLE place_candidates (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  place TEXT NOT NULL,
  name TEXT,
  geonameid BIGINT,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  country TEXT,
  admin1 TEXT,
  score DOUBLE PRECISION,
  CONSTRAINT pk_place_candidates PRIMARY KEY (id),
  CONSTRAINT fk_place_candidates_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_place_candidates_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_place_candidates_place FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_place_candidates_report ON place_candidates (report)

CREATE INDEX ix_place_candidates_reading ON place_candidates (reading)

COMMENT ON TABLE place_candidates IS 'What else the name of a place could mean, best first.'

COMMENT ON COLUMN place_candidates.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN place_candidates.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN place_candidates.report IS 'The report.'

COMMENT ON COLUMN place_candidates.place IS 'The place.'

COMMENT ON COLUMN place_candidates.name IS 'Its name in the gazetteer.'

COMMENT ON COLUMN place_candidates.geonameid IS 'Its GeoNames id.'

COMMENT ON COLUMN place_candidates.latitude IS 'Degrees north, WGS 84.'

COMMENT ON COLUMN place_candidates.longitude IS 'Degrees east, WGS 84.'

COMMENT ON COLUMN place_candidates.country IS 'ISO 3166-1 alpha-2.'

COMMENT ON COLUMN place_candidates.admin1 IS 'First-order division.'

COMMENT ON COLUMN place_candidates.score IS 'How well it fits; only comparable within one list.'

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

COMMENT ON TABLE incidents IS 'Happenings in the world, as one report tells them.'

COMMENT ON COLUMN incidents.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN incidents.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN incidents.report IS 'The report.'

COMMENT ON COLUMN incidents.record_id IS 'Its id within the record.'

COMMENT ON COLUMN incidents.type IS 'Its type in the ontology.'

COMMENT ON COLUMN incidents.stage IS 'accomplished, attempted or threatened.'

COMMENT ON COLUMN incidents.place IS 'Where.'

COMMENT ON COLUMN incidents.time IS 'When.'

CREATE TABLE states (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  kind TEXT,
  holder TEXT,
  place TEXT,
  time TEXT,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
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

COMMENT ON TABLE states IS 'What holds: who controls a town, how many fighters a group has.'

COMMENT ON COLUMN states.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN states.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN states.report IS 'The report.'

COMMENT ON COLUMN states.record_id IS 'Its id within the record.'

COMMENT ON COLUMN states.kind IS 'What kind of state.'

COMMENT ON COLUMN states.holder IS 'What it holds of.'

COMMENT ON COLUMN states.place IS 'Where.'

COMMENT ON COLUMN states.time IS 'When.'

COMMENT ON COLUMN states.low IS 'At least so many.'

COMMENT ON COLUMN states.high IS 'At most so many.'

COMMENT ON COLUMN states.certainty IS 'How sure it is, by the words of the report.'

COMMENT ON COLUMN states.polarity IS 'Whether it is told as so, or as not so.'

COMMENT ON COLUMN states.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN states.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN states.text IS 'The words.'

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
  confidence DOUBLE PRECISION,
  CONSTRAINT pk_events PRIMARY KEY (id),
  CONSTRAINT fk_events_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_place FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_time FOREIGN KEY(time) REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_incident FOREIGN KEY(incident) REFERENCES incidents (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_events_reading ON events (reading)

CREATE INDEX ix_events_report ON events (report)

COMMENT ON TABLE events IS 'Events, as single sentences tell them.'

COMMENT ON COLUMN events.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN events.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN events.report IS 'The report.'

COMMENT ON COLUMN events.record_id IS 'Its id within the record.'

COMMENT ON COLUMN events.type IS 'Its type in the ontology.'

COMMENT ON COLUMN events.acled_event_type IS 'ACLED event type.'

COMMENT ON COLUMN events.acled_sub_event_type IS 'ACLED sub-event type.'

COMMENT ON COLUMN events.plover_event IS 'PLOVER event.'

COMMENT ON COLUMN events.plover_mode IS 'PLOVER mode.'

COMMENT ON COLUMN events.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN events.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN events.trigger_words IS 'The words that tell of it.'

COMMENT ON COLUMN events.place IS 'Where.'

COMMENT ON COLUMN events.time IS 'When.'

COMMENT ON COLUMN events.certainty IS 'How sure it is, by the words of the report.'

COMMENT ON COLUMN events.polarity IS 'Whether it is told as so, or as not so.'

COMMENT ON COLUMN events.status IS 'Whether it happened, goes on, is planned, …'

COMMENT ON COLUMN events.incident IS 'The incident that it belongs to.'

COMMENT ON COLUMN events.confidence IS 'Calibrated probability (0-1) of trigger and type.'

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

COMMENT ON TABLE participants IS 'Perpetrators, targets, victims and instruments of incidents.'

COMMENT ON COLUMN participants.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN participants.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN participants.report IS 'The report.'

COMMENT ON COLUMN participants.incident IS 'The incident.'

COMMENT ON COLUMN participants.role IS 'perpetrator, target, victim or instrument.'

COMMENT ON COLUMN participants.chain IS 'Who or what.'

COMMENT ON COLUMN participants.kind IS 'individual or organisation, for a perpetrator.'

COMMENT ON COLUMN participants.blame IS 'How firmly the report says so, for a perpetrator.'

COMMENT ON COLUMN participants.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN participants.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN participants.text IS 'The words.'

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

COMMENT ON TABLE arguments IS 'Who and what takes part in an event.'

COMMENT ON COLUMN arguments.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN arguments.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN arguments.report IS 'The report.'

COMMENT ON COLUMN arguments.event IS 'The event.'

COMMENT ON COLUMN arguments.role IS 'actor, recipient, victim, target, instrument or beneficiary.'

COMMENT ON COLUMN arguments.chain IS 'Who or what.'

COMMENT ON COLUMN arguments.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN arguments.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN arguments.text IS 'The words.'

CREATE TABLE quantities (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
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

COMMENT ON TABLE quantities IS 'Numbers of people and things.'

COMMENT ON COLUMN quantities.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN quantities.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN quantities.report IS 'The report.'

COMMENT ON COLUMN quantities.record_id IS 'Its id within the record.'

COMMENT ON COLUMN quantities.start_offset IS 'Offset of the first character, in code points.'

COMMENT ON COLUMN quantities.end_offset IS 'Offset after the last character.'

COMMENT ON COLUMN quantities.text IS 'The words.'

COMMENT ON COLUMN quantities.low IS 'At least so many.'

COMMENT ON COLUMN quantities.high IS 'At most so many.'

COMMENT ON COLUMN quantities.modifier IS 'How the words limit the number.'

COMMENT ON COLUMN quantities.unit IS 'What is counted or measured.'

COMMENT ON COLUMN quantities.about IS 'What about them.'

COMMENT ON COLUMN quantities.event IS 'The event that it belongs to.'

COMMENT ON COLUMN quantities.statement IS 'The statement that gives it.'

COMMENT ON COLUMN quantities.narrator IS '1 where the report itself gives it.'

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

COMMENT ON TABLE assertions IS 'Which statement tells of an event or a state.'

COMMENT ON COLUMN assertions.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN assertions.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN assertions.report IS 'The report.'

COMMENT ON COLUMN assertions.event IS 'The event.'

COMMENT ON COLUMN assertions.state IS 'The state.'

COMMENT ON COLUMN assertions.statement IS 'The statement that tells of it.'

COMMENT ON COLUMN assertions.narrator IS '1 where the report itself tells of it.'

CREATE TABLE tolls (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  incident TEXT NOT NULL,
  harm TEXT,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
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

COMMENT ON TABLE tolls IS 'What an incident did to people.'

COMMENT ON COLUMN tolls.id IS 'Reading, letter of the kind, and which of the reading''s.'

COMMENT ON COLUMN tolls.reading IS 'The reading that it is part of.'

COMMENT ON COLUMN tolls.report IS 'The report.'

COMMENT ON COLUMN tolls.incident IS 'The incident.'

COMMENT ON COLUMN tolls.harm IS 'killed, injured, abducted, displaced or arrested.'

COMMENT ON COLUMN tolls.low IS 'At least so many.'

COMMENT ON COLUMN tolls.high IS 'At most so many.'

COMMENT ON COLUMN tolls.quantity IS 'The quantity that says so.'

ALTER TABLE chains ADD CONSTRAINT fk_chains_place FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED

ALTER TABLE reports ADD CONSTRAINT fk_reports_latest_reading FOREIGN KEY(latest_reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED

DO $$ BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX ix_sentences_trigrams ON sentences USING gin (folded gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'without pg_trgm, every sentence is looked at';
END $$

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
