#!/usr/bin/env python3
"""The PyTorch side of `dotnet run -c Release --project benchmarks/Hone.Benchmarks -- peers`.

Hone.Benchmarks starts one process of it for every number of threads and takes turns with it. A request is a line of JSON on
standard input, the answer a line of JSON on standard output:

    {"do": "gemm", "m": 512, "k": 576, "n": 1536, "budget": 0.3}            -> {"seconds": [...]}   of one product each
    {"do": "train", "shape": {...}, "sequences": 16, "length": 256, ...}    -> {"seconds": [...]}   of one step each
    {"do": "greedy", "shape": {...}, "sequences": 1, "tokens": 128, ...}    -> {"seconds": [...]}   of one generation each

A budget is in seconds; at least two repetitions are made. The first line written says what answers. The environment (threads,
the BLAS and its kernels) is set by whoever starts it, because it must be there before torch is loaded.
"""
import json
import math
import sys
import time

try:
    import torch
    from torch import nn
    from torch.nn import functional
except ImportError as missing:
    print(json.dumps({"error": "no PyTorch here: %s" % missing}), flush=True)
    sys.exit(3)


class Norm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6) * self.gain


class Layer(nn.Module):
    """Pre-norm block with grouped keys and values, rotary positions and a gated feed-forward part."""

    def __init__(self, shape):
        super().__init__()
        d, ff = shape["width"], shape["inner"]
        self.heads, self.kv_heads, self.head_dim = shape["heads"], shape["kv_heads"], shape["head_dim"]
        self.norm_in, self.norm_mid = Norm(d), Norm(d)
        self.query = nn.Linear(d, self.heads * self.head_dim, bias=False)
        self.key = nn.Linear(d, self.kv_heads * self.head_dim, bias=False)
        self.value = nn.Linear(d, self.kv_heads * self.head_dim, bias=False)
        self.mix = nn.Linear(self.heads * self.head_dim, d, bias=False)
        self.gate, self.up, self.down = nn.Linear(d, ff, bias=False), nn.Linear(d, ff, bias=False), nn.Linear(ff, d, bias=False)

    def split(self, x, heads):
        return x.view(x.shape[0], x.shape[1], heads, self.head_dim).transpose(1, 2)

    def forward(self, x, cos, sin, mask, cache, start):
        h = self.norm_in(x)
        q = turn(self.split(self.query(h), self.heads), cos, sin)
        k = turn(self.split(self.key(h), self.kv_heads), cos, sin)
        v = self.split(self.value(h), self.kv_heads)
        if cache is not None:
            end = start + x.shape[1]
            cache[0][:, :, start:end] = k
            cache[1][:, :, start:end] = v
            k, v = cache[0][:, :, :end], cache[1][:, :, :end]
        if self.heads != self.kv_heads:
            k = k.repeat_interleave(self.heads // self.kv_heads, dim=1)
            v = v.repeat_interleave(self.heads // self.kv_heads, dim=1)
        scores = torch.matmul(q, k.transpose(2, 3)) * (1.0 / math.sqrt(self.head_dim))
        if mask is not None:
            scores = scores + mask
        read = torch.matmul(functional.softmax(scores, dim=-1), v)
        x = x + self.mix(read.transpose(1, 2).reshape(x.shape[0], x.shape[1], -1))
        h = self.norm_mid(x)
        return x + self.down(functional.silu(self.gate(h)) * self.up(h))


def turn(x, cos, sin):
    first, second = x.chunk(2, dim=-1)
    return x * cos + torch.cat((-second, first), dim=-1) * sin


class Model(nn.Module):
    """A decoder whose output matrix is its embedding."""

    def __init__(self, shape, context):
        super().__init__()
        self.shape = shape
        self.embed = nn.Embedding(shape["vocabulary"], shape["width"])
        nn.init.normal_(self.embed.weight, std=0.02)
        self.layers = nn.ModuleList([Layer(shape) for _ in range(shape["layers"])])
        self.norm = Norm(shape["width"])
        frequencies = 10000.0 ** (-torch.arange(0, shape["head_dim"], 2).float() / shape["head_dim"])
        angles = torch.arange(context).float()[:, None] * frequencies[None, :]
        angles = torch.cat((angles, angles), dim=-1)
        self.register_buffer("cos", angles.cos())
        self.register_buffer("sin", angles.sin())
        self.register_buffer("mask", torch.full((context, context), float("-inf")).triu(1))

    def forward(self, ids, caches=None, start=0):
        count = ids.shape[1]
        cos, sin = self.cos[start:start + count], self.sin[start:start + count]
        mask = self.mask[:count, :count] if count > 1 else None
        x = self.embed(ids)
        for i, layer in enumerate(self.layers):
            x = layer(x, cos, sin, mask, None if caches is None else caches[i], start)
        return functional.linear(self.norm(x), self.embed.weight)


def gemm(request):
    a, b = torch.randn(request["m"], request["k"]), torch.randn(request["n"], request["k"])
    out = torch.empty(request["m"], request["n"])
    weight = b.t()
    return lambda: torch.mm(a, weight, out=out)


def train(request):
    vocabulary = request["shape"]["vocabulary"]
    model = Model(request["shape"], request["length"])
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.1)
    ids = torch.randint(vocabulary, (request["sequences"], request["length"]))
    targets = torch.randint(vocabulary, (request["sequences"] * request["length"],))

    def step():
        loss = functional.cross_entropy(model(ids).view(-1, vocabulary), targets)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()

    return step


def greedy(request):
    shape, sequences, tokens = request["shape"], request["sequences"], request["tokens"]
    model = Model(shape, tokens + 1).eval()

    def generate():
        with torch.no_grad():
            size = (sequences, shape["kv_heads"], tokens + 1, shape["head_dim"])
            caches = [(torch.zeros(size), torch.zeros(size)) for _ in model.layers]
            ids = torch.ones(sequences, 1, dtype=torch.long)
            for position in range(tokens):
                ids = model(ids, caches, position)[:, -1].argmax(-1, keepdim=True)

    return generate


def measure(action, budget):
    # A short action is repeated within a sample, so that reading the clock costs nothing beside it.
    begin = time.perf_counter()
    action()
    inner = max(1, min(10000, int(0.0005 / (time.perf_counter() - begin))))
    seconds, total = [], 0.0
    while total < budget or len(seconds) < 2:
        begin = time.perf_counter()
        for _ in range(inner):
            action()
        elapsed = time.perf_counter() - begin
        seconds.append(elapsed / inner)
        total += elapsed
    return seconds


def main():
    threads = int(sys.argv[1])
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads()}), flush=True)
    makers = {"gemm": gemm, "train": train, "greedy": greedy}
    name, action = None, None
    for line in sys.stdin:
        request = json.loads(line)
        budget = request.pop("budget")
        if line_key(request) != name:
            action = None
            name, action = line_key(request), makers[request["do"]](request)
            action()
            action()
        print(json.dumps({"seconds": measure(action, budget)}), flush=True)


def line_key(request):
    return json.dumps(request, sort_keys=True)


main()
