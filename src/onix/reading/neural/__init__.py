"""The networks that reading runs: names, grammar, meaning, comprehension, in numpy and ONNX."""
