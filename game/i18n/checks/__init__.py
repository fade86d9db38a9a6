"""What a machine can tell about a text: form, typography, plain language, Luxembourgish, spelling."""
