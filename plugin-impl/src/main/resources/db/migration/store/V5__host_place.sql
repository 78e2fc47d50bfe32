-- How far the feed of a host was followed: an opaque cursor of the host.
CREATE TABLE host_place (
  tenant TEXT NOT NULL PRIMARY KEY,
  cursor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
