"""Fine-tune medical language models in Chinese and English on the Hugging Face Trainer.

The names below are imported on first use, so that `import medtune` (and `medtune --help`) stays light.
"""

from importlib import import_module

__version__ = "0.1.0"

_HOME = {
    "launch": "medtune.recipe.launch",
    "load_recipe": "medtune.recipe.loading",
    "Record": "medtune.data.records",
    "BERPTConfig": "medtune.models",
    "BERPTModel": "medtune.models",
    "BERPTForSequenceClassification": "medtune.models",
    "BERPTForConditionalGeneration": "medtune.models",
    "BERPTProcessor": "medtune.models",
}

__all__ = ["__version__", *_HOME]


def __getattr__(name: str):
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'medtune' has no attribute {name!r}")


def __dir__():
    return sorted(__all__)
