"""What is known of a source as a reference: its names, its identifiers, its written formats."""
