//! Empty library: the content of this package is in its examples.
