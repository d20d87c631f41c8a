"""The reader's network in PyTorch, as it is learned: the encoder as it is, thin matrices beside it.

The encoder's own weights stay as they are. What is learned are two thin matrices beside each of
its matrices (LoRA, Hu et al. 2021), biases, norms, and the two heads. `Network.adapter` gives it
as `onix.reading.minilm.Encoder` takes it, which computes the same in numpy.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onix.reading.minilm import HEADS, LAYERS, MATRICES, WIDTH, read_file, read_safetensors

RANK: Final = 32
DROPPED: Final = 0.1


class Bent(nn.Module):
    """A matrix that stays as it is, with two thin ones beside it that are learned."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight.to(torch.bfloat16))
        self.register_buffer("own", bias)
        self.down = nn.Parameter(torch.randn(RANK, weight.shape[1]) / math.sqrt(weight.shape[1]))
        self.up = nn.Parameter(torch.zeros(weight.shape[0], RANK))
        self.bias = nn.Parameter(torch.zeros_like(bias))

    def forward(self, states: Tensor) -> Tensor:
        """Give the product, with what was learned added to it."""
        whole = functional.linear(states, self.weight, (self.own + self.bias).to(states.dtype))
        thin = functional.linear(states, self.down.to(states.dtype))
        return whole + functional.linear(thin, (2.0 * self.up).to(states.dtype))


class Dropped(nn.Module):
    """Dropout by a stretch of a pool of random numbers, as drawing them takes the most time."""

    pool = (torch.rand(1 << 24) > DROPPED).to(torch.bfloat16) / (1 - DROPPED)

    def forward(self, states: Tensor) -> Tensor:
        """Leave some values out, while learning."""
        if not self.training:
            return states
        start = int(torch.randint(0, len(self.pool) - states.numel(), (1,)))
        return states * self.pool[start : start + states.numel()].view(states.shape)


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, base: dict[str, Tensor], number: int) -> None:
        super().__init__()
        own = f"encoder.layer.{number}"
        for name, path in MATRICES.items():
            matrix = Bent(base[f"{own}.{path}.weight"], base[f"{own}.{path}.bias"])
            self.add_module(name, matrix)
        self.first = norm(base, f"{own}.attention.output.LayerNorm")
        self.second = norm(base, f"{own}.output.LayerNorm")
        self.dropped = Dropped()

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Let the pieces of each row take in one another, where the mask lets them."""
        rows, length, width = states.shape

        def heads(values: Tensor) -> Tensor:
            return values.view(rows, length, HEADS, width // HEADS).transpose(1, 2)

        weights = heads(self.query(states)) * (width // HEADS) ** -0.5
        weights = torch.softmax(weights @ heads(self.key(states)).transpose(2, 3) + mask, -1)
        mixed = (weights @ heads(self.value(states))).transpose(1, 2).reshape(states.shape)
        states = apply(self.first, states + self.dropped(self.attended(mixed)))
        wide = functional.gelu(self.wide(states), approximate="tanh")
        return apply(self.second, states + self.dropped(self.narrow(wide)))


def norm(base: dict[str, Tensor], name: str) -> nn.LayerNorm:
    """A norm that begins as the encoder's own."""
    made = nn.LayerNorm(WIDTH, eps=1e-12)
    made.weight.data.copy_(base[f"{name}.weight"])
    made.bias.data.copy_(base[f"{name}.bias"])
    return made


def apply(made: nn.LayerNorm, states: Tensor) -> Tensor:
    """Apply a norm to states of any precision."""
    return functional.layer_norm(states, (WIDTH,), made.weight, made.bias, made.eps)


class Network(nn.Module):
    """The encoder with an adapter and two heads: ends of the answer, and stance."""

    def __init__(self) -> None:
        super().__init__()
        stored = read_safetensors(read_file("model.safetensors"))
        base = {name: torch.from_numpy(values.copy()) for name, values in stored.items()}
        self.register_buffer("words", base["embeddings.word_embeddings.weight"])
        self.register_buffer("places", base["embeddings.position_embeddings.weight"])
        self.types = nn.Parameter(base["embeddings.token_type_embeddings.weight"].clone())
        self.types.data[1] += 0.02 * torch.randn(WIDTH)  # the encoder knows one type only
        self.norm = norm(base, "embeddings.LayerNorm")
        self.layers = nn.ModuleList([Layer(base, number) for number in range(LAYERS)])
        self.ends = nn.Linear(WIDTH, 2)
        self.stance = nn.Linear(WIDTH, 3)
        self.dropped = Dropped()
        for head in (self.ends, self.stance):
            nn.init.normal_(head.weight, std=0.02)

    def forward(self, ids: Tensor, types: Tensor, inside: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of being first and last of the answer (rows × pieces × 2), and of each stance."""
        states = self.words[ids] + self.places[: ids.shape[1]] + self.types[types]
        states = self.dropped(self.norm(states).to(torch.bfloat16))
        mask = torch.zeros(inside.shape, dtype=torch.bfloat16).masked_fill(~inside, -1e4)
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :])
        states = states.float()
        closed = (types == 0) | ~inside
        closed[:, 0] = False  # the first piece stands for "no answer"
        ends = self.ends(states).masked_fill(closed[..., None], -1e4)
        return ends, self.stance(states[:, 0])

    def begin_with(self, adapter: Mapping[str, np.ndarray[Any, Any]]) -> None:
        """Begin with what was learned before, as `adapter` gave it."""
        given = {name: torch.from_numpy(np.asarray(adapter[name], np.float32)) for name in adapter}

        def put(made: nn.LayerNorm, name: str) -> None:
            made.weight.data.copy_(given[name][0])
            made.bias.data.copy_(given[name][1])

        self.types.data.copy_(given["types"])
        put(self.norm, "norm")
        for number, layer in enumerate(self.layers):
            put(layer.first, f"{number}.attention.norm")
            put(layer.second, f"{number}.output.norm")
            for name in MATRICES:
                matrix = getattr(layer, name)
                matrix.down.data.copy_(given[f"{number}.{name}.down"])
                matrix.up.data.copy_(given[f"{number}.{name}.up"] / 2.0)
                matrix.bias.data.copy_(given[f"{number}.{name}.bias"])
        for name, head in (("ends", self.ends), ("stance", self.stance)):
            head.weight.data.copy_(given[name][:, :-1])
            head.bias.data.copy_(given[name][:, -1])

    def adapter(self) -> dict[str, np.ndarray[Any, Any]]:
        """Give what was learned as `onix.reading.minilm.Encoder` takes it."""

        def pair(made: nn.LayerNorm) -> Tensor:
            return torch.stack([made.weight, made.bias])

        found = {"types": self.types, "norm": pair(self.norm)}
        for number, layer in enumerate(self.layers):
            found[f"{number}.attention.norm"] = pair(layer.first)
            found[f"{number}.output.norm"] = pair(layer.second)
            for name in MATRICES:
                matrix = getattr(layer, name)
                found[f"{number}.{name}.down"] = matrix.down
                found[f"{number}.{name}.up"] = 2.0 * matrix.up
                found[f"{number}.{name}.bias"] = matrix.bias
        for name, head in (("ends", self.ends), ("stance", self.stance)):
            found[name] = torch.cat([head.weight, head.bias[:, None]], dim=1)
        return {name: each.detach().numpy().astype(np.float16) for name, each in found.items()}
