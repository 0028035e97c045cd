"""Whatever is written into a project: as bytes, which the atomic writer of ``files`` puts in place."""
