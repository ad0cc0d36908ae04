"""VeRL on a machine without an accelerator: a CPU platform, a rollout engine and padding-free attention.

VeRL finds this package through the entry point `verl.plugins` in every process that imports VeRL, Ray's workers
included. It only loads an entry point and does not call it, hence the call at the end of this file. Nothing happens
unless `VERL_PLATFORM=cpu`, so the package may stay installed where VeRL trains on GPUs.
"""

import os
import traceback

_registered = False


def register() -> bool:
    """Make VeRL able to train on CPU in this process; return whether it now is.

    Registers the platform `cpu`, the rollout engine `hf_cpu` and the attention `packed_sdpa`; calling it again changes
    nothing. VeRL swallows what an entry point raises and goes on to report "Unknown platform 'cpu'", so the cause is
    printed here first.
    """
    global _registered
    if os.environ.get("VERL_PLATFORM", "").strip().lower() != "cpu":
        return False
    if not _registered:
        _registered = True  # before the imports: they import VeRL, which loads this entry point again
        try:
            from dsrecipes.verl_cpu import attention, platform, rollout

            platform.register()
            attention.register()
            rollout.register()
        except Exception:
            traceback.print_exc()
            raise
    return True


register()
