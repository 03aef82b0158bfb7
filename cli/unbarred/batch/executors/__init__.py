"""Where the packets of a batch are made: here, in several processes, or on a cluster."""
