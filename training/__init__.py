"""How the reader's model is made: corpora → network → training → ONNX file. May use torch; nothing here ships."""
