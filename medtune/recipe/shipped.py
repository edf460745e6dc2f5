"""The recipes that come with medtune: where they are, what they do, and copying them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import medtune
from medtune.recipe.errors import Problem, RecipeError
from medtune.recipe.loading import read_recipe
from medtune.recipe.validation import nearest

# Configurations of accelerate lie beside the recipes, and are none.
_NO_RECIPES = "accelerate"


def recipes_folder() -> Path:
    """Return the folder of the recipes: inside an installed package, beside the package in a source tree."""
    package = Path(medtune.__file__).parent
    inside = package / "recipes"
    return inside if inside.is_dir() else package.parent / "recipes"


def shipped_recipes() -> dict[str, Path]:
    """Return the recipes' files by name: the path below the folder, without `.yaml`."""
    folder = recipes_folder()
    files = {path.relative_to(folder): path for path in folder.rglob("*.yaml")}
    recipes = {path.with_suffix("").as_posix(): file for path, file in files.items() if path.parts[0] != _NO_RECIPES}
    return dict(sorted(recipes.items()))


def summary(path: Path) -> str:
    """Return the comment in the first line of a recipe, which says what it does."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("#").strip() if first.startswith("#") else ""


def list_recipes() -> None:
    """Print name and purpose of each recipe."""
    recipes = shipped_recipes()
    width = max(map(len, recipes), default=0)
    for name, path in recipes.items():
        print(f"{name:{width}}  {summary(path)}")


def copy_recipe(name: str, target: str | Path = ".") -> list[Path]:
    """Write out a recipe and the recipes that it lists as steps, in the same sub-folders.

    Args:
        name: as `list_recipes` prints it.
        target: folder to write into.

    Returns:
        The files written.

    Raises:
        RecipeError: there is no such recipe.
        FileExistsError: another file of that name is there already; none is written then.
    """
    recipes = shipped_recipes()
    name = name.removesuffix(".yaml")
    if name not in recipes:
        fix = f"{nearest(name, recipes)} `medtune recipes` lists them".strip()
        raise RecipeError([Problem(f"no recipe is called {name!r}", fix=fix)])
    folder = recipes_folder()
    copies = {path: Path(target) / path.relative_to(folder) for path in with_steps(recipes[name])}
    # Two pipelines may share a step: the copy that the first one brought is in nobody's way.
    changed = [str(copy) for path, copy in copies.items() if copy.exists() and not _same(path, copy)]
    if changed:
        raise FileExistsError(f"there already, and different: {', '.join(changed)}; name another folder")
    for path, copy in copies.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return list(copies.values())


def _same(path: Path, copy: Path) -> bool:
    return copy.is_file() and copy.read_bytes() == path.read_bytes()


def with_steps(path: Path) -> Iterator[Path]:
    """Yield a recipe and the recipes that it names: the steps of a pipeline, or what a search tries.

    Args:
        path: the recipe; others are named relative to its folder.
    """
    yield path
    data = read_recipe(path).data
    data = data if isinstance(data, dict) else {}
    named = data.get("steps") if data.get("task") == "pipeline" else None
    if data.get("task") == "search" and "recipe" in data:
        named = [data["recipe"]]
    for step in named or []:
        yield from with_steps(Path(os.path.normpath(path.parent / step)))
