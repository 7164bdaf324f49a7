"""What writes: summarisers and translators behind the two protocols of `base`."""
