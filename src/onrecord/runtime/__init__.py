"""Runs the trained network: the only room that imports onnxruntime. In: texts in word pieces. Out: arrays per word."""
