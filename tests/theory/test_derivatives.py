import numpy as np

from dsrecipes.theory.derivatives import gradients, jacobian
from dsrecipes.theory.two_stage import log_sigmoid


def test_derivatives_are_exact_where_a_difference_quotient_is_not() -> None:
    point = np.array([0.3, -1.7])
    exact = np.exp(point[0]) * np.array([np.log1p(point[1] ** 2), 2 * point[1] / (1 + point[1] ** 2)])

    found = jacobian(lambda x: np.exp(x[0]) * np.log1p(x[1] ** 2), point)

    np.testing.assert_allclose(found, exact, rtol=1e-15)


def test_a_jacobian_has_the_shape_of_the_value_then_of_the_point() -> None:
    point = np.arange(1.0, 7.0).reshape(2, 3)

    found = jacobian(lambda x: x.sum(axis=1) ** 2, point)

    assert found.shape == (2, 2, 3)
    np.testing.assert_allclose(found[0], [[12, 12, 12], [0, 0, 0]])


def test_gradients_at_many_points_are_those_at_each() -> None:
    points = np.random.default_rng(0).normal(size=(5, 3))

    def function(x: np.ndarray) -> np.ndarray:
        return np.asarray(np.exp(x[..., 0]) * x[..., 1] + log_sigmoid(x[..., 2]))

    np.testing.assert_allclose(gradients(function, points), [jacobian(function, point) for point in points])


def test_a_function_that_ignores_its_argument_has_derivative_zero() -> None:
    assert not jacobian(lambda x: np.ones(4), np.zeros(2)).any()


def test_log_sigmoid_neither_overflows_nor_loses_its_slope_far_out() -> None:
    far = np.array([-800.0, -40.0, 0.0, 40.0, 800.0])

    np.testing.assert_allclose(log_sigmoid(far), [-800, -40, -np.log(2), -np.exp(-40), 0], rtol=1e-12)
    np.testing.assert_allclose(
        gradients(lambda x: log_sigmoid(x[..., 0]), far[:, None])[:, 0], [1, 1, 0.5, 0, 0], atol=1e-15
    )
