"""Write the graph that ONNX Runtime runs the encoder by: its steps, without its weights.

    python -m evaluation.encoder_graph --out src/onix/reading/neural/minilm.onnx

Needs `onnx`. The weights are named as in `onix.reading.neural.minilm`, which hands them over when
it loads: they are the published ones with an adapter of Onix added, so they are not in this file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from onix.reading.neural.minilm import EPSILON, HEADS, INPUTS, LAYERS, WIDTH

OPSET = 20  # the first with Gelu
CONTRIB = "com.microsoft"  # ONNX Runtime's own steps: attention in one, in half the time
IR = 9


class Graph:
    """Nodes and weights put together in order; each step gives the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._in_bytes: dict[str, list[str]] = {}

    def step(self, kind: str, inputs: Sequence[str], result: str, **how: Any) -> str:
        """Add one step."""
        self.nodes.append(helper.make_node(kind, list(inputs), [result], **how))
        return result

    def given(self, name: str, *shape: int, kind: int = TensorProto.FLOAT) -> str:
        """Name a weight that is handed over when the graph is loaded."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        length = helper.tensor_dtype_to_np_dtype(kind).itemsize * int(np.prod(shape))
        for key, value in (("location", "given"), ("offset", "0"), ("length", str(length))):
            tensor.external_data.add(key=key, value=value)
        self.weights.append(tensor)
        return name

    def scaled(self, states: str, name: str, width: int) -> str:
        """Bring each channel to the range of the others, before all are rounded by one scale."""
        scale = self.given(f"{name}.shrink", width)
        return self.step("Mul", [states, scale], f"{name}.shrunk")

    def dense(self, states: str, name: str, inputs: int, outputs: int) -> str:
        """Multiply with a matrix in whole numbers of 8 bits, and add its bias.

        Each column of the matrix has its own scale; what comes in has one, found as it comes.
        """
        if states not in self._in_bytes:  # query, key and value share their input
            names = [f"{states}.{each}" for each in ("bytes", "scale", "zero")]
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [states], names))
            self._in_bytes[states] = names
        whole, scale, zero = self._in_bytes[states]
        weight = self.given(f"{name}.weight", inputs, outputs, kind=TensorProto.INT8)
        product = self.step("MatMulInteger", [whole, weight, zero], f"{name}.whole")
        product = self.step("Cast", [product], f"{name}.float", to=TensorProto.FLOAT)
        column = self.given(f"{name}.column", outputs)
        scales = self.step("Mul", [scale, column], f"{name}.scales")
        product = self.step("Mul", [product, scales], f"{name}.product")
        return self.step("Add", [product, self.given(f"{name}.bias", outputs)], f"{name}.out")

    def norm(self, states: str, name: str) -> str:
        """Bring to mean 0 and variance 1, then to scale."""
        weights = [self.given(f"{name}.{each}", WIDTH) for each in ("scale", "shift")]
        return self.step(
            "LayerNormalization", [states, *weights], f"{name}.out", axis=-1, epsilon=EPSILON
        )


def encoder_graph() -> onnx.ModelProto:
    """Give the graph: the embeddings of one text in, their states in context out.

    One text at a time: where none is filled up to the length of others nothing has to be hidden
    from attention, and ONNX Runtime does it block by block in a third of the time.
    """
    graph = Graph()
    states = graph.norm("embeddings", "norm")
    for number in range(LAYERS):
        own = f"{number}.attention"
        shrunk = graph.scaled(states, f"{number}.query", WIDTH)
        heads = [graph.dense(shrunk, f"{number}.{n}", WIDTH, WIDTH) for n in INPUTS["query"]]
        mixed = graph.step(
            "MultiHeadAttention", heads, f"{own}.mixed", domain=CONTRIB, num_heads=HEADS
        )
        attended = graph.dense(mixed, f"{number}.attended", WIDTH, WIDTH)
        states = graph.norm(
            graph.step("Add", [attended, states], f"{own}.sum"), f"{number}.attention.norm"
        )
        shrunk = graph.scaled(states, f"{number}.wide", WIDTH)
        wide = graph.dense(shrunk, f"{number}.wide", WIDTH, 4 * WIDTH)
        wide = graph.step("Gelu", [wide], f"{number}.gelu", approximate="tanh")
        wide = graph.scaled(wide, f"{number}.narrow", 4 * WIDTH)
        narrow = graph.dense(wide, f"{number}.narrow", 4 * WIDTH, WIDTH)
        states = graph.norm(
            graph.step("Add", [narrow, states], f"{number}.output.sum"), f"{number}.output.norm"
        )
    graph.step("Identity", [states], "states")
    float32 = TensorProto.FLOAT
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info("embeddings", float32, [1, "pieces", WIDTH])],
        [helper.make_tensor_value_info("states", float32, [1, "pieces", WIDTH])],
        graph.weights,
    )
    return helper.make_model(
        made,
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)],
        ir_version=IR,
        producer_name="onix",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the graph."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    options.out.write_bytes(encoder_graph().SerializeToString(deterministic=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
