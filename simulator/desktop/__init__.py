"""The only package that knows Qt: it shows screens and forwards clicks."""
