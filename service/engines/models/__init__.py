"""The model store: a catalogue of models, a folder of pulled ones, and a lock file that pins them."""
