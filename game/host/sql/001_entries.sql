-- What happened in every room, in order; a row is changed only to delete a seat from it.
CREATE TABLE entry (
    room    TEXT    NOT NULL,
    seq     INTEGER NOT NULL,
    at      DOUBLE PRECISION NOT NULL,
    aid     TEXT,
    actor   TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    v       INTEGER NOT NULL,
    payload TEXT    NOT NULL,
    PRIMARY KEY (room, seq),
    UNIQUE (room, aid)
);
