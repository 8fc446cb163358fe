-- Which servers have a room open, and when they last said so.
CREATE TABLE held (
    room    TEXT    NOT NULL,
    server  TEXT    NOT NULL,
    at      DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (room, server)
);
-- The case of a room as it was when the room was opened.
CREATE TABLE played (
    room    TEXT    NOT NULL PRIMARY KEY,
    text    TEXT    NOT NULL
);
