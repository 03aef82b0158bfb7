"""The run: a folder for each client, never made twice, never half there."""
