CREATE TABLE linked_reports (
  report TEXT NOT NULL,
  document TEXT NOT NULL,
  reading TEXT NOT NULL,
  same_as TEXT,
  version TEXT NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_linked_reports PRIMARY KEY (report),
  CONSTRAINT fk_linked_reports_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_linked_reports_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_linked_reports_same_as FOREIGN KEY(same_as) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_linked_reports_document ON linked_reports (document)

COMMENT ON TABLE linked_reports IS 'Which reports were linked with the others, and when. Others wait for the next `onrecord link`.'

COMMENT ON COLUMN linked_reports.report IS 'The report.'

COMMENT ON COLUMN linked_reports.document IS 'Id of its document, by which linked objects call it.'

COMMENT ON COLUMN linked_reports.reading IS 'The reading that was linked.'

COMMENT ON COLUMN linked_reports.same_as IS 'The report of the same document that is linked in its place.'

COMMENT ON COLUMN linked_reports.version IS 'Version of the linker.'

COMMENT ON COLUMN linked_reports.at IS 'When, ISO 8601 in UTC.'

CREATE TABLE link_items (
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  report TEXT NOT NULL,
  stale INTEGER NOT NULL,
  item TEXT NOT NULL,
  CONSTRAINT pk_link_items PRIMARY KEY (number),
  CONSTRAINT fk_link_items_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_link_items_id ON link_items (id)

CREATE INDEX ix_link_items_report ON link_items (report)

COMMENT ON TABLE link_items IS 'What reports are linked by: a sketch of the text, each telling of an event, each proposition.'

COMMENT ON COLUMN link_items.number IS 'Its number, in the order of linking.'

COMMENT ON COLUMN link_items.kind IS 'copies, happenings or claims.'

COMMENT ON COLUMN link_items.id IS 'Its id.'

COMMENT ON COLUMN link_items.report IS 'The report.'

COMMENT ON COLUMN link_items.stale IS '1 where what it belongs to has to be made anew.'

COMMENT ON COLUMN link_items.item IS 'The item as JSON.'

CREATE TABLE link_keys (
  key BIGINT NOT NULL,
  item BIGINT NOT NULL,
  CONSTRAINT pk_link_keys PRIMARY KEY (key, item),
  CONSTRAINT fk_link_keys_item FOREIGN KEY(item) REFERENCES link_items (number) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_link_keys_item ON link_keys (item)

COMMENT ON TABLE link_keys IS 'Keys by which items that may be one are found, so that not all are compared with all.'

COMMENT ON COLUMN link_keys.key IS 'Hash of the key.'

COMMENT ON COLUMN link_keys.item IS 'The item.'

CREATE TABLE link_members (
  item BIGINT NOT NULL,
  object TEXT NOT NULL,
  CONSTRAINT pk_link_members PRIMARY KEY (item, object),
  CONSTRAINT fk_link_members_item FOREIGN KEY(item) REFERENCES link_items (number) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_link_members_object ON link_members (object)

COMMENT ON TABLE link_members IS 'Which items a copy family, a happening or a claim was made from.'

COMMENT ON COLUMN link_members.item IS 'The item.'

COMMENT ON COLUMN link_members.object IS 'The copy family, happening or claim.'

CREATE TABLE link_pairs (
  a BIGINT NOT NULL,
  b BIGINT NOT NULL,
  verdict TEXT NOT NULL,
  score DOUBLE PRECISION,
  why TEXT NOT NULL,
  details TEXT NOT NULL,
  CONSTRAINT pk_link_pairs PRIMARY KEY (a, b),
  CONSTRAINT fk_link_pairs_a FOREIGN KEY(a) REFERENCES link_items (number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_link_pairs_b FOREIGN KEY(b) REFERENCES link_items (number) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_link_pairs_b ON link_pairs (b)

COMMENT ON TABLE link_pairs IS 'The machine''s judgements of pairs of items.'

COMMENT ON COLUMN link_pairs.a IS 'The one item.'

COMMENT ON COLUMN link_pairs.b IS 'The other.'

COMMENT ON COLUMN link_pairs.verdict IS 'same, different or unsure; pairs that are not here were not judged.'

COMMENT ON COLUMN link_pairs.score IS 'Calibrated probability (0-1) that they are one; none where a rule decided.'

COMMENT ON COLUMN link_pairs.why IS 'The reasons, as a JSON list.'

COMMENT ON COLUMN link_pairs.details IS 'What else is known of the pair, as JSON.'

CREATE TABLE pair_judgements (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  report_a TEXT NOT NULL,
  report_b TEXT NOT NULL,
  verdict TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT,
  at TEXT NOT NULL,
  CONSTRAINT pk_pair_judgements PRIMARY KEY (id),
  CONSTRAINT uq_pair_judgements_number UNIQUE (number),
  CONSTRAINT fk_pair_judgements_report_a FOREIGN KEY(report_a) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_pair_judgements_report_b FOREIGN KEY(report_b) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_pair_judgements_a ON pair_judgements (a)

CREATE INDEX ix_pair_judgements_b ON pair_judgements (b)

CREATE INDEX ix_pair_judgements_report_a ON pair_judgements (report_a)

CREATE INDEX ix_pair_judgements_report_b ON pair_judgements (report_b)

COMMENT ON TABLE pair_judgements IS 'What people decided about pairs of items. The newest on a pair counts and outranks the machine.'

COMMENT ON COLUMN pair_judgements.id IS 'pj and a number.'

COMMENT ON COLUMN pair_judgements.number IS 'That number.'

COMMENT ON COLUMN pair_judgements.kind IS 'copies, happenings or claims.'

COMMENT ON COLUMN pair_judgements.a IS 'Id of the one item.'

COMMENT ON COLUMN pair_judgements.b IS 'Id of the other.'

COMMENT ON COLUMN pair_judgements.report_a IS 'The report of the one.'

COMMENT ON COLUMN pair_judgements.report_b IS 'The report of the other.'

COMMENT ON COLUMN pair_judgements.verdict IS 'same, different, unsure, or not_judged to take an earlier one back.'

COMMENT ON COLUMN pair_judgements.who IS 'Who judged.'

COMMENT ON COLUMN pair_judgements.why IS 'The reason that was given.'

COMMENT ON COLUMN pair_judgements.at IS 'When, ISO 8601 in UTC.'

CREATE TABLE copies (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  root TEXT,
  reports INTEGER,
  json TEXT NOT NULL,
  CONSTRAINT pk_copies PRIMARY KEY (id),
  CONSTRAINT fk_copies_root FOREIGN KEY(root) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

COMMENT ON TABLE copies IS 'Families of reports that share running text of one origin.'

COMMENT ON COLUMN copies.id IS 'cf and a number.'

COMMENT ON COLUMN copies.number IS 'That number.'

COMMENT ON COLUMN copies.root IS 'The report that the others come from, if it is one of them.'

COMMENT ON COLUMN copies.reports IS 'How many reports.'

COMMENT ON COLUMN copies.json IS 'The family as JSON.'

CREATE TABLE copy_members (
  family TEXT NOT NULL,
  report TEXT NOT NULL,
  derivation TEXT,
  CONSTRAINT pk_copy_members PRIMARY KEY (family, report),
  CONSTRAINT fk_copy_members_family FOREIGN KEY(family) REFERENCES copies (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_copy_members_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_copy_members_report ON copy_members (report)

COMMENT ON TABLE copy_members IS 'Which reports a family has.'

COMMENT ON COLUMN copy_members.family IS 'The family.'

COMMENT ON COLUMN copy_members.report IS 'The report.'

COMMENT ON COLUMN copy_members.derivation IS 'How much of the report is taken from elsewhere: wholly, partially, or not.'

CREATE TABLE happenings (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  type TEXT,
  place TEXT,
  geonameid BIGINT,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  country TEXT,
  earliest TEXT,
  latest TEXT,
  reports INTEGER,
  why TEXT,
  json TEXT NOT NULL,
  CONSTRAINT pk_happenings PRIMARY KEY (id)
)

CREATE INDEX ix_happenings_earliest ON happenings (earliest)

CREATE INDEX ix_happenings_type ON happenings (type)

COMMENT ON TABLE happenings IS 'Events in the world, each with the reports that tell of it.'

COMMENT ON COLUMN happenings.id IS 'h and a number.'

COMMENT ON COLUMN happenings.number IS 'That number.'

COMMENT ON COLUMN happenings.type IS 'Its type in the ontology.'

COMMENT ON COLUMN happenings.place IS 'Where it was.'

COMMENT ON COLUMN happenings.geonameid IS 'GeoNames id of that place.'

COMMENT ON COLUMN happenings.latitude IS 'Degrees north, WGS 84.'

COMMENT ON COLUMN happenings.longitude IS 'Degrees east, WGS 84.'

COMMENT ON COLUMN happenings.country IS 'ISO 3166-1 alpha-2.'

COMMENT ON COLUMN happenings.earliest IS 'ISO date: not before.'

COMMENT ON COLUMN happenings.latest IS 'ISO date: not after.'

COMMENT ON COLUMN happenings.reports IS 'How many reports tell of it.'

COMMENT ON COLUMN happenings.why IS 'Why the tellings are taken for one event.'

COMMENT ON COLUMN happenings.json IS 'The happening as JSON.'

CREATE TABLE tellings (
  id TEXT NOT NULL,
  happening TEXT NOT NULL,
  report TEXT NOT NULL,
  incident TEXT,
  CONSTRAINT pk_tellings PRIMARY KEY (id),
  CONSTRAINT fk_tellings_happening FOREIGN KEY(happening) REFERENCES happenings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_tellings_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_tellings_incident FOREIGN KEY(incident) REFERENCES incidents (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_tellings_happening ON tellings (happening)

CREATE INDEX ix_tellings_report ON tellings (report)

COMMENT ON TABLE tellings IS 'Which incident of which report is which happening.'

COMMENT ON COLUMN tellings.id IS 'Happening, and which of its tellings.'

COMMENT ON COLUMN tellings.happening IS 'The happening.'

COMMENT ON COLUMN tellings.report IS 'The report.'

COMMENT ON COLUMN tellings.incident IS 'The incident as the report tells it.'

CREATE TABLE source_tolls (
  id TEXT NOT NULL,
  happening TEXT NOT NULL,
  report TEXT NOT NULL,
  statement TEXT,
  source TEXT,
  harm TEXT,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
  CONSTRAINT pk_source_tolls PRIMARY KEY (id),
  CONSTRAINT fk_source_tolls_happening FOREIGN KEY(happening) REFERENCES happenings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_source_tolls_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_source_tolls_statement FOREIGN KEY(statement) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_source_tolls_happening ON source_tolls (happening)

CREATE INDEX ix_source_tolls_report ON source_tolls (report)

COMMENT ON TABLE source_tolls IS 'What a happening did to people, by each source in each report.'

COMMENT ON COLUMN source_tolls.id IS 'Happening, and which of its figures.'

COMMENT ON COLUMN source_tolls.happening IS 'The happening.'

COMMENT ON COLUMN source_tolls.report IS 'The report.'

COMMENT ON COLUMN source_tolls.statement IS 'The statement that gives it.'

COMMENT ON COLUMN source_tolls.source IS 'Who gives it, or narrator.'

COMMENT ON COLUMN source_tolls.harm IS 'killed, injured, abducted, displaced or arrested.'

COMMENT ON COLUMN source_tolls.low IS 'At least so many.'

COMMENT ON COLUMN source_tolls.high IS 'At most so many.'

CREATE TABLE claims (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  proposition TEXT,
  kind TEXT,
  status TEXT,
  actor TEXT,
  action TEXT,
  target TEXT,
  place TEXT,
  time TEXT,
  quantity TEXT,
  earliest TEXT,
  latest TEXT,
  reports INTEGER,
  copy_families INTEGER,
  sources INTEGER,
  independent INTEGER,
  parties INTEGER,
  why TEXT,
  json TEXT NOT NULL,
  CONSTRAINT pk_claims PRIMARY KEY (id)
)

CREATE INDEX ix_claims_earliest ON claims (earliest)

CREATE INDEX ix_claims_kind ON claims (kind)

CREATE INDEX ix_claims_status ON claims (status)

COMMENT ON TABLE claims IS 'Propositions, and what the sources'' stances on them come to.'

COMMENT ON COLUMN claims.id IS 'c and a number.'

COMMENT ON COLUMN claims.number IS 'That number.'

COMMENT ON COLUMN claims.proposition IS 'In plain words, affirmative.'

COMMENT ON COLUMN claims.kind IS 'What kind of proposition.'

COMMENT ON COLUMN claims.status IS 'What the stances come to.'

COMMENT ON COLUMN claims.actor IS 'Who did it, or of whom it holds.'

COMMENT ON COLUMN claims.action IS 'What was done, or what holds.'

COMMENT ON COLUMN claims.target IS 'To whom or to what.'

COMMENT ON COLUMN claims.place IS 'Where.'

COMMENT ON COLUMN claims.time IS 'When.'

COMMENT ON COLUMN claims.quantity IS 'How many of what.'

COMMENT ON COLUMN claims.earliest IS 'ISO date: when it was, or else when it was first reported.'

COMMENT ON COLUMN claims.latest IS 'ISO date: when it was, or else when it was last reported.'

COMMENT ON COLUMN claims.reports IS 'How many reports assert, deny or hedge it.'

COMMENT ON COLUMN claims.copy_families IS 'The fewest copy families and single reports that cover them.'

COMMENT ON COLUMN claims.sources IS 'How many ultimate sources.'

COMMENT ON COLUMN claims.independent IS 'How many independent sources.'

COMMENT ON COLUMN claims.parties IS 'How many governments, armed and political groups.'

COMMENT ON COLUMN claims.why IS 'The status in words.'

COMMENT ON COLUMN claims.json IS 'The claim as JSON, with every join of its tally.'

CREATE TABLE stances (
  id TEXT NOT NULL,
  claim TEXT NOT NULL,
  report TEXT NOT NULL,
  statement TEXT,
  narrator INTEGER NOT NULL,
  source TEXT,
  organisation TEXT,
  stance TEXT,
  leans TEXT,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
  figure TEXT,
  superseded INTEGER,
  unnamed INTEGER,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  basis TEXT,
  confidence DOUBLE PRECISION,
  CONSTRAINT pk_stances PRIMARY KEY (id),
  CONSTRAINT fk_stances_claim FOREIGN KEY(claim) REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_stances_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_stances_statement FOREIGN KEY(statement) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_stances_claim ON stances (claim)

CREATE INDEX ix_stances_report ON stances (report)

CREATE INDEX ix_stances_source ON stances (source)

CREATE INDEX ix_stances_stance ON stances (stance)

COMMENT ON TABLE stances IS 'How each source in each report stands to a claim.'

COMMENT ON COLUMN stances.id IS 'Claim, and which of its stances.'

COMMENT ON COLUMN stances.claim IS 'The claim.'

COMMENT ON COLUMN stances.report IS 'The report.'

COMMENT ON COLUMN stances.statement IS 'The statement.'

COMMENT ON COLUMN stances.narrator IS '1 where the report itself says so.'

COMMENT ON COLUMN stances.source IS 'Who speaks.'

COMMENT ON COLUMN stances.organisation IS 'Who stands behind the source and is counted.'

COMMENT ON COLUMN stances.stance IS 'asserts, denies, hedges, predicts, questions or declines.'

COMMENT ON COLUMN stances.leans IS 'For a hedge, the side that it leans to.'

COMMENT ON COLUMN stances.low IS 'The figure that is given: at least so many.'

COMMENT ON COLUMN stances.high IS 'At most so many.'

COMMENT ON COLUMN stances.figure IS 'The figure in words.'

COMMENT ON COLUMN stances.superseded IS '1 where the same source later gave another figure.'

COMMENT ON COLUMN stances.unnamed IS '1 where the source is known by description only.'

COMMENT ON COLUMN stances.start_offset IS 'Offset of the first character of the words, in code points.'

COMMENT ON COLUMN stances.end_offset IS 'Offset after the last character of the first run of words.'

COMMENT ON COLUMN stances.text IS 'The words.'

COMMENT ON COLUMN stances.basis IS 'What decided the stance.'

COMMENT ON COLUMN stances.confidence IS 'Calibrated probability (0-1).'

CREATE TABLE retired_ids (
  id TEXT NOT NULL,
  became TEXT,
  CONSTRAINT pk_retired_ids PRIMARY KEY (id)
)

COMMENT ON TABLE retired_ids IS 'Ids that are no longer used, so that they are never given to anything else.'

COMMENT ON COLUMN retired_ids.id IS 'An id that a copy family, a happening or a claim had.'

COMMENT ON COLUMN retired_ids.became IS 'What it is part of now, if that is known.'

CREATE TABLE link_numbers (
  kind TEXT NOT NULL,
  last INTEGER NOT NULL,
  CONSTRAINT pk_link_numbers PRIMARY KEY (kind)
)

COMMENT ON TABLE link_numbers IS 'How far the ids of linked objects have got.'

COMMENT ON COLUMN link_numbers.kind IS 'copies, happenings or claims.'

COMMENT ON COLUMN link_numbers.last IS 'The largest number that was given to one.'

CREATE VIEW contested_claims AS
SELECT claims.id, claims.proposition, claims.kind, claims.independent, stances.stance, stances.leans, stances.source,
       stances.organisation, stances.low, stances.high, stances.figure, stances.superseded, stances.text,
       reports.publisher, reports.published, stances.statement, stances.report, reports.title
FROM claims JOIN stances ON stances.claim = claims.id JOIN reports ON reports.id = stances.report
WHERE claims.status = 'contested'

CREATE VIEW who_tells_of_it AS
SELECT happenings.id, happenings.type, happenings.place, happenings.country, happenings.earliest, happenings.latest,
       happenings.reports, reports.publisher, reports.published, tellings.incident, tellings.report, reports.title
FROM happenings JOIN tellings ON tellings.happening = happenings.id JOIN reports ON reports.id = tellings.report

CREATE VIEW judged_pairs AS
SELECT one.kind, one.id AS a, other.id AS b, one.report AS report_a, other.report AS report_b, link_pairs.verdict,
       link_pairs.score, link_pairs.why
FROM link_pairs JOIN link_items AS one ON one.number = link_pairs.a
     JOIN link_items AS other ON other.number = link_pairs.b

COMMENT ON COLUMN custody.action IS 'add, capture, read, judge, judge_pair, fail, follow, export or purge.'
