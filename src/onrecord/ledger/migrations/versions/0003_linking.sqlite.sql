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

CREATE TABLE link_keys (
  "key" BIGINT NOT NULL,
  item BIGINT NOT NULL,
  CONSTRAINT pk_link_keys PRIMARY KEY ("key", item),
  CONSTRAINT fk_link_keys_item FOREIGN KEY(item) REFERENCES link_items (number) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_link_keys_item ON link_keys (item)

CREATE TABLE link_members (
  item BIGINT NOT NULL,
  object TEXT NOT NULL,
  CONSTRAINT pk_link_members PRIMARY KEY (item, object),
  CONSTRAINT fk_link_members_item FOREIGN KEY(item) REFERENCES link_items (number) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_link_members_object ON link_members (object)

CREATE TABLE link_pairs (
  a BIGINT NOT NULL,
  b BIGINT NOT NULL,
  verdict TEXT NOT NULL,
  score DOUBLE,
  why TEXT NOT NULL,
  details TEXT NOT NULL,
  CONSTRAINT pk_link_pairs PRIMARY KEY (a, b),
  CONSTRAINT fk_link_pairs_a FOREIGN KEY(a) REFERENCES link_items (number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_link_pairs_b FOREIGN KEY(b) REFERENCES link_items (number) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_link_pairs_b ON link_pairs (b)

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

CREATE TABLE copies (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  root TEXT,
  reports INTEGER,
  json TEXT NOT NULL,
  CONSTRAINT pk_copies PRIMARY KEY (id),
  CONSTRAINT fk_copies_root FOREIGN KEY(root) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE copy_members (
  family TEXT NOT NULL,
  report TEXT NOT NULL,
  derivation TEXT,
  CONSTRAINT pk_copy_members PRIMARY KEY (family, report),
  CONSTRAINT fk_copy_members_family FOREIGN KEY(family) REFERENCES copies (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_copy_members_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_copy_members_report ON copy_members (report)

CREATE TABLE happenings (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  type TEXT,
  place TEXT,
  geonameid BIGINT,
  latitude DOUBLE,
  longitude DOUBLE,
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

CREATE TABLE source_tolls (
  id TEXT NOT NULL,
  happening TEXT NOT NULL,
  report TEXT NOT NULL,
  statement TEXT,
  source TEXT,
  harm TEXT,
  low DOUBLE,
  high DOUBLE,
  CONSTRAINT pk_source_tolls PRIMARY KEY (id),
  CONSTRAINT fk_source_tolls_happening FOREIGN KEY(happening) REFERENCES happenings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_source_tolls_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_source_tolls_statement FOREIGN KEY(statement) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_source_tolls_happening ON source_tolls (happening)

CREATE INDEX ix_source_tolls_report ON source_tolls (report)

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
  low DOUBLE,
  high DOUBLE,
  figure TEXT,
  superseded INTEGER,
  unnamed INTEGER,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  basis TEXT,
  confidence DOUBLE,
  CONSTRAINT pk_stances PRIMARY KEY (id),
  CONSTRAINT fk_stances_claim FOREIGN KEY(claim) REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_stances_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_stances_statement FOREIGN KEY(statement) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_stances_claim ON stances (claim)

CREATE INDEX ix_stances_report ON stances (report)

CREATE INDEX ix_stances_source ON stances (source)

CREATE INDEX ix_stances_stance ON stances (stance)

CREATE TABLE retired_ids (
  id TEXT NOT NULL,
  became TEXT,
  CONSTRAINT pk_retired_ids PRIMARY KEY (id)
)

CREATE TABLE link_numbers (
  kind TEXT NOT NULL,
  last INTEGER NOT NULL,
  CONSTRAINT pk_link_numbers PRIMARY KEY (kind)
)

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
