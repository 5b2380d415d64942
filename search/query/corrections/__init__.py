"""Did you mean: `suggest.suggestion` puts together what the modules beside it find."""
