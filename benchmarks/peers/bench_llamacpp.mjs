// The llama.cpp side of `dotnet run -c Release --project benchmarks/Hone.Benchmarks -- llamacpp --folder FOLDER --model FILE.gguf`.
//
//   node bench_llamacpp.mjs FOLDER FILE.gguf THREADS
//
// FOLDER holds node_modules/node-llama-cpp with its prebuilt program (npm install node-llama-cpp). Hone.Benchmarks starts one
// process of it for every number of threads and takes turns with it. A request is a line of JSON on standard input, the answer
// a line of JSON on standard output:
//
//   {"do": "prompt", "tokens": 512, "budget": 0.5}                   -> {"seconds": [...]}   of one prompt each, logits of its last token
//   {"do": "decode", "sequences": 8, "tokens": 16, "budget": 0.5}    -> {"seconds": [...]}   of 16 steps each from empty caches, logits of every token
//
//   {"do": "logits", "ids": [504, 3575]}                             -> {"logits": "..."}    base64 of float32, after the last id
//   {"do": "greedy", "ids": [504, 3575], "tokens": 24}               -> {"ids": [...]}       the likeliest tokens, one after the other
//
// For times nothing is drawn from the logits, as in llama-bench. A budget is in seconds; at least two repetitions are made. The first line
// written says what answers, or what is missing.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { pathToFileURL } from "node:url";

const say = answer => process.stdout.write(JSON.stringify(answer) + "\n");
const [folder, file, count] = process.argv.slice(2), threads = Number(count);
const library = path.join(folder, "node_modules", "node-llama-cpp");
if (!fs.existsSync(path.join(library, "dist", "index.js"))) {
    say({ error: `no node-llama-cpp in ${folder}` });
    process.exit(3);
}
const { getLlama } = await import(pathToFileURL(path.join(library, "dist", "index.js")));
const llama = await getLlama({ gpu: false, build: "never", usePrebuiltBinaries: true, maxThreads: threads, logLevel: "error", progressLogs: false });
const model = await llama.loadModel({ modelPath: file, useMmap: true });
const vocabulary = model.fileInfo.metadata[model.fileInfo.metadata.general.architecture].vocab_size ?? model.fileInfo.metadata.tokenizer.ggml.tokens.length;
const id = (i, factor, sequence) => 3 + (i * factor + sequence * 31) % (vocabulary - 3);
const contexts = new Map();

async function contextFor(sequences, perSequence, batch) {
    const key = `${sequences} ${perSequence}`;
    if (!contexts.has(key)) {
        const made = await model.createContext({ contextSize: perSequence, batchSize: batch, sequences, threads: { ideal: threads, min: threads }, flashAttention: "auto" });
        made._ctx.setThreads(threads);
        contexts.set(key, made._ctx);
    }
    return contexts.get(key);
}

async function prompt({ tokens }) {
    const context = await contextFor(1, tokens, tokens);
    context.disposeSequence(0);
    context.initBatch(tokens);
    context.addToBatch(0, 0, Uint32Array.from({ length: tokens }, (_, i) => id(i, 7919, 0)), Uint32Array.of(tokens - 1));
    await context.decodeBatch();
}

async function decode({ sequences, tokens }) {
    const context = await contextFor(sequences, 256, Math.max(32, sequences));
    for (let s = 0; s < sequences; s++) context.disposeSequence(s);
    for (let i = 0; i < tokens; i++) {
        context.initBatch(sequences);
        for (let s = 0; s < sequences; s++) context.addToBatch(s, i, Uint32Array.of(id(i, 104729, s)), Uint32Array.of(0));
        await context.decodeBatch();
    }
}

let reader;
async function sequenceFor() {
    reader ??= (await model.createContext({ contextSize: 512, batchSize: 512, sequences: 1, threads: { ideal: threads, min: threads }, flashAttention: "auto" })).getSequence();
    await reader.clearHistory();
    return reader;
}

async function logits({ ids }) {
    const sequence = await sequenceFor(), values = new Float32Array(vocabulary);
    const read = await sequence.controlledEvaluate(ids.map((token, i) => i === ids.length - 1 ? [token, { generateNext: { logits: true } }] : token));
    for (const [token, value] of read.at(-1).next.logits) values[token] = value;
    return { logits: Buffer.from(values.buffer).toString("base64") };
}

async function greedy({ ids, tokens }) {
    const sequence = await sequenceFor(), drawn = [];
    for await (const token of sequence.evaluate(ids, { temperature: 0, yieldEogToken: true })) {
        drawn.push(token);
        if (drawn.length >= tokens) break;
    }
    return { ids: drawn };
}

say({ peer: `node-llama-cpp ${JSON.parse(fs.readFileSync(path.join(library, "package.json"))).version}, llama.cpp ${llama.llamaCppRelease?.release ?? "of unknown release"}`, cpu: String(llama.systemInfo ?? "") });
for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line), work = { prompt, decode }[request.do], seconds = [];
    if (!work) {
        say(await { logits, greedy }[request.do](request));
        continue;
    }
    for (let total = 0; total < request.budget || seconds.length < 2;) {
        const start = performance.now();
        await work(request);
        seconds.push((performance.now() - start) / 1000);
        total += seconds.at(-1);
    }
    say({ seconds });
}
process.exit(0);
