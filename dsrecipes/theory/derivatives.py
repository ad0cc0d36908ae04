"""Automatic differentiation in forward mode, with NumPy's complex numbers as the dual numbers.

A dual number `value + tangent·ε` obeys ε² = 0. A complex number whose imaginary part is 1e-40 times the tangent obeys
it to the last bit: a product of two imaginary parts, 1e-80, is lost beside any real part. So what a function of
analytic operations (+, ×, exp, log, linear solve) leaves in the imaginary part is its exact derivative, with no step
size to choose and no difference to cancel. Not analytic, and so not allowed in a differentiated function: `abs`,
`maximum`, conjugation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_TANGENT = 1e-40


def jacobian(function: Callable[[Array], Any], point: Array) -> Array:
    """∂function/∂point at a real point: an array of shape `function(point).shape + point.shape`."""
    columns = []
    for index in np.ndindex(point.shape):
        dual = np.asarray(point, dtype=complex)
        dual[index] += 1j * _TANGENT
        columns.append(np.imag(np.asarray(function(dual))) / _TANGENT)
    return np.stack(columns, axis=-1).reshape(columns[0].shape + point.shape)


def gradients(function: Callable[[Array], Array], points: Array) -> Array:
    """∂function/∂point of a function (…, d) -> (…) at many points in one call: shape (…, d), as `points`."""
    size = points.shape[-1]
    duals = points[..., None, :] + 1j * _TANGENT * np.eye(size)
    return np.asarray(np.imag(function(duals)) / _TANGENT)
