"""The only code that opens a connection: on demand and on a schedule, never part of a build."""
