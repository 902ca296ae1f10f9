"""Functions such as readers of the lesson *build it yourself* may write, right and wrong."""

import math

import numpy as np

from diffsort_core import (
    SmoothMax,
    diff_sort,
)


def compare_exchange(a, b, alpha):
    gap = np.abs(a - b)
    shift = gap / (1 + np.exp(np.minimum(alpha * gap, 700)))
    return np.minimum(a, b) + shift, np.maximum(a, b) - shift


def as_the_formula_stands(a, b, alpha):
    high = (a * np.exp(alpha * a) + b * np.exp(alpha * b)) / (np.exp(alpha * a) + np.exp(alpha * b))
    return a + b - high, high


def by_signed_weight(a, b, alpha):
    w = 1 / (1 + np.exp(-alpha * (a - b)))
    return (1 - w) * a + w * b, w * a + (1 - w) * b


def by_tanh(a, b, alpha):
    middle, half = (a + b) / 2, (a - b) / 2
    return middle - half * np.tanh(alpha * half), middle + half * np.tanh(alpha * half)


def for_numbers(a, b, alpha):
    low, high = min(a, b), max(a, b)
    shift = (high - low) / (1 + math.exp(min(700, alpha * (high - low))))
    return low + shift, high - shift


def that_counts_on_order(a, b, alpha):
    shift = (b - a) / (1 + np.exp(alpha * (b - a)))
    return a + shift, b - shift + 1


class Exchanger:
    def __call__(self, a, b, alpha):
        return compare_exchange(a, b, alpha)


def layer(values, comparators, alpha):
    values = np.array(values, float)
    for low, high in comparators:
        pair = compare_exchange(values[..., low], values[..., high], alpha)
        values[..., low], values[..., high] = pair
    return values


def layer_of_lists(values, comparators, alpha):
    if np.ndim(values) > 1:
        return [layer_of_lists(row, comparators, alpha) for row in values]
    given = list(values)
    for low, high in comparators:
        given[low], given[high] = compare_exchange(given[low], given[high], alpha)
    return given


def layer_by_matrix(values, comparators, alpha):
    """One wire after the other, into zeros."""
    values = np.asarray(values, float)
    made = values.copy()
    for low, high in comparators[::-1]:
        a, b = values[..., low], values[..., high]
        made[..., low], made[..., high] = by_tanh(a, b, alpha)
    return made


def layer_in_place(values, comparators, alpha):
    for low, high in comparators:
        values[low], values[high] = compare_exchange(values[low], values[high], alpha)
    return values


def layer_first_axis(values, comparators, alpha):
    values = np.array(values, float)
    for low, high in comparators:
        values[low], values[high] = compare_exchange(values[low], values[high], alpha)
    return values


def layer_one_by_one(values, comparators, alpha):
    """The maximum is made of the new minimum."""
    values = np.array(values, float)
    for low, high in comparators:
        values[..., low] = compare_exchange(values[..., low], values[..., high], alpha)[0]
        values[..., high] = compare_exchange(values[..., low], values[..., high], alpha)[1]
    return values


def layer_of_whole_numbers(values, comparators, alpha):
    values = np.array(values)
    for low, high in comparators:
        pair = compare_exchange(values[..., low], values[..., high], alpha)
        values[..., low], values[..., high] = pair
    return values


def turned(comparators):
    return [(high, low) for low, high in comparators]


def layers_of(network):
    return [list(each.comparators) for each in network.layers]


def network(n):
    layers, block = [], 2
    while block <= n:
        apart = block // 2
        while apart:
            firsts = [wire for wire in range(n) if not wire & apart]
            layers.append([(k + apart, k) if k & block else (k, k + apart) for k in firsts])
            apart //= 2
        block *= 2
    return layers


def without_last(n):
    return network(n)[:-1]


def upwards_only(n):
    return [[tuple(sorted(pair)) for pair in pairs] for pairs in network(n)]


def one_missing(n):
    layers = network(n)
    return [*layers[:-1], layers[-1][1:]] if n == 8 else layers


def soft_sort(values, alpha):
    values = np.array(values, float)
    for comparators in network(values.shape[-1]):
        values = layer(values, comparators, alpha)
    return values


def by_library(network, values, alpha, relaxation=SmoothMax):
    return diff_sort(network(np.shape(values)[-1]), np.array(values, float), relaxation(alpha))


def by_layers(change, values, alpha):
    values = np.array(values, float)
    for comparators in change(network(values.shape[-1])):
        values = layer(values, comparators, alpha)
    return values


def jacobian(values, alpha):
    x, rows = np.array(values, float), np.eye(len(values))
    for comparators in network(len(x)):
        low, high = np.array(comparators).T
        t = np.clip(alpha * (x[low] - x[high]), -700, 700)
        w = 1 / (1 + np.exp(-t))
        moved = (w + t * w * (1 - w))[:, None] * (rows[high] - rows[low])
        rows[low], rows[high] = rows[low] + moved, rows[high] - moved
        x = layer(x, comparators, alpha)
    return rows


def with_matrices(values, alpha, weights=False, onward=True, reverse=False):
    x, steps = np.array(values, float), []
    for comparators in network(len(x)):
        step = np.eye(len(x))
        for low, high in comparators:
            t = np.clip(alpha * (x[low] - x[high]), -700, 700)
            w = 1 / (1 + np.exp(-t))
            s = w if weights else w + t * w * (1 - w)
            step[low, low], step[low, high] = 1 - s, s
            step[high, low], step[high, high] = s, 1 - s
        steps.append(step)
        x = layer(x, comparators, alpha) if onward else x
    done = np.eye(len(x))
    for step in steps[::-1] if reverse else steps:
        done = step @ done
    return done


def by_nudges(values, alpha, by=1e-5):
    nudges = by * np.eye(len(values))
    return (soft_sort(values + nudges, alpha) - soft_sort(values - nudges, alpha)).T / (2 * by)
