"""The disk: the only code that lists, reads and writes files of a project, never through a link, never outside its folder."""
