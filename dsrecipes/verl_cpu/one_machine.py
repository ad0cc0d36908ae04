"""What VeRL has done by processes of their own, because it is made for many machines, is done in place.

Each of them would import torch and VeRL first, which takes seconds of all cores, and most of them one after the other.
"""

import functools
from typing import Any


@functools.cache  # once
def find_port_here() -> None:
    """Have a free port for the training workers looked for in this process, if there is no other machine."""
    import ray
    from verl.single_controller.ray import base

    elsewhere = base.RayWorkerGroup._get_master_addr_port

    @functools.wraps(elsewhere)
    def here_if_alone(group: Any, pg: Any, bundle_index: int = 0, master_port_range: Any = None) -> None:
        if group._master_addr is None and group._master_port is None and len(ray.nodes()) == 1:
            group._master_addr, group._master_port = base.get_master_addr_port._function(master_port_range)
        elsewhere(group, pg, bundle_index, master_port_range)

    base.RayWorkerGroup._get_master_addr_port = here_if_alone


@functools.cache  # once
def without_load_balancer() -> None:
    """Have no load balancer started in this process, for rollout clients that know whom to ask."""
    from verl.workers.rollout import router

    router.get_router_handle = lambda **_servers: None
