"""LoRA adapters: merging one into its base, checking what came out, and remembering what stands on what."""
