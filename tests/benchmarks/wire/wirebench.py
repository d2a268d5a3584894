#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
"""Runs the clients of the wire benchmarks in interleaved rounds and prints medians and ratios.

usage: wirebench.py BUILD_DIR [--rounds N] [--only a,b,...]

Every figure of a round is set in relation to those of the same round: the machine may be busy, both
were measured on it. Exit code 1 when a target is missed.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
RAW, FLOOR, OURS, PORTABLE, TS = 'raw pipe', 'QProcess floor', 'ours', 'ours, portable', 'TypeScript SDK'


class Row:
    """One measurement: what a client is asked, and what its figures must come to."""

    def __init__(self, key, title, what, count, slow_count, server=(), pinned=False, figure='ms',
                 targets=(), clients=None):
        self.key, self.title, self.what = key, title, what
        self.count, self.slow_count = count, slow_count
        self.server, self.pinned, self.figure = list(server), pinned, figure
        self.targets = targets
        self.clients = clients


class Target:
    """figure(client) compared with figure(other): at least or at most `limit` times as much."""

    def __init__(self, words, client, figure, other, other_figure, limit, at_least):
        self.words, self.client, self.figure = words, client, figure
        self.other, self.other_figure = other, other_figure
        self.limit, self.at_least = limit, at_least

    def of(self, round_):
        try:
            return self.figure(round_[self.client]) / self.other_figure(round_[self.other])
        except KeyError:
            return None

    def holds(self, value):
        return value >= self.limit if self.at_least else value <= self.limit


def figure(name):
    return lambda report: report[name]


def least(words, client, name, other, limit):
    return Target(words, client, figure(name), other, figure(name), limit, True)


def most(words, client, name, other, limit, other_name=None):
    return Target(words, client, figure(name), other, figure(other_name or name), limit, False)


def absolute(words, compute, limit):
    return Target(words, OURS, compute, OURS, lambda report: 1, limit, False)


def over_idle(report):
    return (report['peak_kib'] - report['idle_kib']) / 1000


ROWS = [
    Row('a', 'calls of 32 B, one at a time (one core)', 'sequential', 20000, 3000, pinned=True,
        figure='rate', targets=[
            least('× raw', OURS, 'rate', RAW, 0.42), least('× TS', OURS, 'rate', TS, 4.2),
            least('portable × raw', PORTABLE, 'rate', RAW, 0.30),
            least('portable × TS', PORTABLE, 'rate', TS, 3)]),
    Row('b', 'the same, 64 in flight (one core)', 'pipelined', 64000, 6400, pinned=True, figure='rate',
        targets=[least('× floor', OURS, 'rate', FLOOR, 0.28), least('× TS', OURS, 'rate', TS, 9)]),
    Row('c', 'tools/list of 5,000 tools', 'list', 0, 0, ['tools=5000'], targets=[
        most('× raw', OURS, 'ms', RAW, 4), most('× TS', OURS, 'ms', TS, 0.15),
        absolute('MB over idle', over_idle, 7)]),
    Row('d', 'one text of 64 MiB', 'text', 0, 0, [f'text={64 << 20}'], targets=[
        most('× raw', OURS, 'ms', RAW, 2.5),
        most('× raw, as QString', OURS, 'text_ms', RAW, 4.5, 'ms'),
        absolute('× payload', lambda r: (r['peak_kib'] - r['idle_kib']) / r['payload_kib'], 1.3),
        absolute('× payload, as QString',
                 lambda r: (r['text_peak_kib'] - r['idle_kib']) / r['payload_kib'], 4.2)]),
    Row('e', '100,000 notifications', 'notifications', 100000, 100000, targets=[
        Target('× raw', RAW, figure('ms'), OURS, figure('ms'), 0.15, True),
        Target('× TS', TS, figure('ms'), OURS, figure('ms'), 50, True),
        absolute('MB over idle', over_idle, 80)]),
    Row('f', '1,000,000 lines of stderr', 'stderr', 1000000, 1000000, targets=[
        most('× raw', OURS, 'ms', RAW, 1.2), absolute('MB over idle', over_idle, 4)]),
    Row('g', 'program start to initialize answered', 'start', 0, 0, figure='start_ms', targets=[
        most('× raw', OURS, 'start_ms', RAW, 2.3),
        absolute('MB', lambda r: r['idle_kib'] / 1000, 12)]),
    Row('h', '50 servers at once', 'many', 50, 50, targets=[
        most('× raw', OURS, 'ms', RAW, 1.25), absolute('KiB each', figure('each_kib'), 64)]),
    Row('m', '10 million notifications, 1 GB of stderr', 'soak', 10_000_000, 0, clients=[OURS], targets=[
        absolute('MB grown after the first fifth',
                 lambda r: (r['late_kib'] - r['early_kib']) / 1000, 2)]),
]


class Bench:
    def __init__(self, build):
        tests = build / 'tests'
        self.server = str(tests / 'mcp-bench-server')
        self.clients = {RAW: [str(tests / 'mcp-bench-raw')], FLOOR: [str(tests / 'mcp-bench-floor')],
                        OURS: [str(tests / 'mcp-bench-library')],
                        PORTABLE: [str(tests / 'mcp-bench-library')]}
        modules = build / 'interop' / 'npm' / 'node_modules'
        if (modules / '@modelcontextprotocol' / 'sdk').exists():
            node = build / 'interop' / 'node.path'
            self.clients[TS] = [node.read_text().strip() if node.exists() else 'node',
                                str(HERE / 'typescriptclient.mjs'), str(modules)]
        else:
            print('The TypeScript SDK is not there (./tests/run -L interop installs it); its rows are '
                  'left out.', file=sys.stderr)

    def measure(self, name, row):
        slow = name == TS
        command = self.clients[name] + [row.what, str(row.slow_count if slow else row.count),
                                        self.server] + row.server
        if row.pinned:
            command = ['taskset', '-c', '1'] + command
        environment = dict(os.environ, BENCH_START_NS=str(time.monotonic_ns()))
        if name == PORTABLE:
            environment['BENCH_PORTABLE'] = '1'
        output = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True,
                                timeout=600).stdout
        return json.loads(output.splitlines()[-1])


def print_row(row, rounds):
    print(f'\n{row.key}. {row.title}')
    for name in rounds[0]:
        reports = [r[name] for r in rounds]
        facts = [f'{key} {statistics.median(r[key] for r in reports):,.6g}' for key in reports[0]]
        print(f'   {name:16} ' + '  '.join(facts))
    missed = []
    for target in row.targets:
        values = [v for v in map(target.of, rounds) if v is not None]
        if not values:
            continue
        value = statistics.median(values)
        good = target.holds(value)
        sign = '>=' if target.at_least else '<='
        print(f'   {"ok    " if good else "MISSED"} {value:8.3g} {target.words} '
              f'({min(values):.3g} to {max(values):.3g}; target {sign} {target.limit:g})')
        if not good:
            missed.append(f'{row.key}: {value:.3g} {target.words}, target {sign} {target.limit:g}')
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--only', default='')
    options = parser.parse_args()
    bench = Bench(options.build.resolve())
    rows = [row for row in ROWS if not options.only or row.key in options.only.split(',')]
    results = {row.key: [] for row in rows}
    for number in range(options.rounds):
        names = list(bench.clients)
        order = names[number % len(names):] + names[:number % len(names)]
        for row in rows:
            # The portable path is there for what its pipes cost, in a and b.
            taking_part = [n for n in order if (n in row.clients if row.clients
                                                else n != PORTABLE or row.pinned)]
            results[row.key].append({name: bench.measure(name, row) for name in taking_part})
    missed = sum((print_row(row, results[row.key]) for row in rows), [])
    print('\nAll targets are met.' if not missed else '\nMissed: ' + '; '.join(missed))
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
