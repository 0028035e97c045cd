"""Each rule is a module: corpus in, problems out; no disk, clock, environment or network."""
