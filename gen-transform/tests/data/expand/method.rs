struct Tree {
    left: Option<Box<Tree>>,
    value: u32,
}

impl Tree {
    #[generator]
    fn spine(&self) -> &u32 {
        let mut at = Some(self);
        while let Some(tree) = at {
            yield_!(&tree.value);
            at = tree.left.as_deref();
        }
    }
}
