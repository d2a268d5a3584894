// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The TypeScript SDK's client under the wire benchmarks; the modules are those of the interop tests.
//   node typescriptclient.mjs NODE_MODULES MEASUREMENT COUNT SERVER [ARGUMENT...]

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [modules, what, countText, ...server] = process.argv.slice(2);
const count = Number(countText);
const sdk = (path) => import(pathToFileURL(`${modules}/@modelcontextprotocol/sdk/dist/esm/${path}`));
const { Client } = await sdk('client/index.js');
const { StdioClientTransport } = await sdk('client/stdio.js');
const { LoggingMessageNotificationSchema } = await sdk('types.js');

const now = () => Number(process.hrtime.bigint());
const memory = (name) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))[1]);
const report = {};
const options = { timeout: 600000 };

async function connect() {
    const client = new Client({ name: 'bench', version: '1' });
    const transport = new StdioClientTransport({
        command: server[0], args: server.slice(1), stderr: what === 'stderr' ? 'pipe' : 'inherit',
        maxBufferSize: 512 * 1024 * 1024,
    });
    await client.connect(transport);
    return { client, transport };
}

const echo = (client) => client.callTool(
    { name: 'echo', arguments: { text: '0123456789abcdef0123456789abcdef' } }, undefined, options);

// Calls a second, so many of them in flight.
async function rateOf(calls, inFlight) {
    let sent = 0;
    const begin = now();
    const worker = async () => {
        while (sent++ < calls)
            await echo(client);
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    return calls * 1e9 / (now() - begin);
}

// After so many calls Node.js has compiled all that it will: warm_rate is that of the next as many.
const kWarm = 20000;

async function timed(work) {
    const begin = now();
    await work();
    report.ms = (now() - begin) / 1e6;
    report.peak_kib = memory('VmHWM');
}

if (what === 'many') {
    const first = await connect();
    const before = memory('VmRSS');
    const begin = now();
    const all = await Promise.all(Array.from({ length: count }, connect));
    report.ms = (now() - begin) / 1e6;
    report.each_kib = (memory('VmRSS') - before) / count;
    console.log(JSON.stringify(report));
    await Promise.all([first, ...all].map(({ client }) => client.close()));
    process.exit(0);
}

const { client, transport } = await connect();
report.start_ms = (now() - Number(process.env.BENCH_START_NS)) / 1e6;
report.idle_kib = memory('VmRSS');
if (what === 'sequential') {
    for (let i = 0; i < 200; ++i)
        await echo(client);
    const times = [];
    const begin = now();
    for (let i = 0; i < count; ++i) {
        const sent = now();
        await echo(client);
        times.push(now() - sent);
    }
    report.rate = count * 1e9 / (now() - begin);
    times.sort((a, b) => a - b);
    report.p50_us = times[Math.floor(count / 2)] / 1000;
    report.p99_us = times[Math.floor(count * 99 / 100)] / 1000;
    await rateOf(kWarm, 1);
    report.warm_rate = await rateOf(kWarm, 1);
} else if (what === 'pipelined') {
    report.rate = await rateOf(count, 64);
    await rateOf(kWarm, 64);
    report.warm_rate = await rateOf(kWarm, 64);
} else if (what === 'list') {
    await timed(() => client.listTools(undefined, options));
} else if (what === 'text') {
    await timed(() => client.callTool({ name: 'text', arguments: {} }, undefined, options));
} else if (what === 'notifications') {
    let received = 0;
    client.setNotificationHandler(LoggingMessageNotificationSchema, () => { ++received; });
    await timed(() => client.callTool({ name: 'notify', arguments: { count } }, undefined, options));
    if (received !== count)
        throw new Error(`${received} notifications instead of ${count}`);
} else if (what === 'stderr') {
    const lines = [];
    let seen = 0;
    let rest = '';
    const all = new Promise((resolve) => {
        transport.stderr.on('data', (chunk) => {
            const parts = (rest + chunk).split('\n');
            rest = parts.pop();
            seen += parts.length;
            lines.push(...parts);
            if (lines.length > 10000)
                lines.splice(0, lines.length - 10000);
            if (seen >= count)
                resolve();
        });
    });
    await timed(async () => {
        await client.callTool({ name: 'stderr', arguments: { count } }, undefined, options);
        await all;
    });
}
console.log(JSON.stringify(report));
await client.close();
process.exit(0);
