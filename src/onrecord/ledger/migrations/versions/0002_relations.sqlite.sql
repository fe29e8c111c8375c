CREATE TABLE relations (
  id TEXT NOT NULL,
  reading TEXT NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT,
  kind TEXT,
  source TEXT,
  target TEXT,
  source_chain TEXT,
  target_chain TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT,
  CONSTRAINT pk_relations PRIMARY KEY (id),
  CONSTRAINT fk_relations_reading FOREIGN KEY(reading) REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relations_report FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relations_source FOREIGN KEY(source) REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relations_target FOREIGN KEY(target) REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relations_source_chain FOREIGN KEY(source_chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relations_target_chain FOREIGN KEY(target_chain) REFERENCES chains (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_relations_reading ON relations (reading)

CREATE INDEX ix_relations_report ON relations (report)

CREATE INDEX ix_relations_source_chain ON relations (source_chain)

CREATE INDEX ix_relations_target_chain ON relations (target_chain)

CREATE VIEW what_happened AS
SELECT events.id, reports.published, reports.publisher, events.type, events.acled_event_type,
       events.acled_sub_event_type, events.trigger_words, events.status, events.certainty, events.polarity,
       statements.speaker, assertions.narrator, assertions.statement, places.name AS place, places.country,
       places.admin1, places.latitude, places.longitude, places.precision AS place_precision, times.earliest,
       times.latest, times.precision AS time_precision, events.incident, reports.id AS report, reports.title
FROM events JOIN reports ON reports.latest_reading = events.reading
     LEFT JOIN assertions ON assertions.event = events.id
     LEFT JOIN statements ON statements.id = assertions.statement
     LEFT JOIN places ON places.id = events.place
     LEFT JOIN times ON times.id = events.time

CREATE VIEW figures AS
SELECT quantities.id, reports.published, reports.publisher, quantities.text, quantities.low, quantities.high,
       quantities.modifier, quantities.unit, quantities.about, statements.speaker, quantities.narrator,
       quantities.statement, events.type AS event_type, events.status, quantities.event, reports.id AS report,
       reports.title
FROM quantities JOIN reports ON reports.latest_reading = quantities.reading
     LEFT JOIN statements ON statements.id = quantities.statement
     LEFT JOIN events ON events.id = quantities.event

CREATE VIEW what_holds AS
SELECT states.id, reports.published, reports.publisher, states.kind, chains.name AS holder, chains.actor,
       places.name AS place, places.country, places.admin1, times.earliest, times.latest, states.text, states.low,
       states.high, states.certainty, states.polarity, statements.speaker, assertions.narrator,
       assertions.statement, reports.id AS report, reports.title
FROM states JOIN reports ON reports.latest_reading = states.reading
     LEFT JOIN assertions ON assertions.state = states.id
     LEFT JOIN statements ON statements.id = assertions.statement
     LEFT JOIN chains ON chains.id = states.holder
     LEFT JOIN places ON places.id = states.place
     LEFT JOIN times ON times.id = states.time
