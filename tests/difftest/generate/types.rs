//! The types of the generated language.

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ty {
    Int,
    /// Only counted, never made.
    Usize,
    Bool,
    Text,
    /// `N`, whose drop is logged.
    Noisy,
    Duo,
    Shape,
    /// `[i32; 3]`.
    Triple,
    Opt(Box<Ty>),
    Pair(Box<Ty>, Box<Ty>),
    List(Box<Ty>),
    /// A reference into something outside the generator.
    Ref(Box<Ty>),
    /// A slice outside the generator.
    Slice(Box<Ty>),
    /// A closure from `i32` to `i32`; it has no name.
    Fun,
}

impl Ty {
    pub fn opt(self) -> Self {
        Self::Opt(Box::new(self))
    }

    pub fn pair(self, other: Self) -> Self {
        Self::Pair(Box::new(self), Box::new(other))
    }

    pub fn list(self) -> Self {
        Self::List(Box::new(self))
    }

    pub fn reference(self) -> Self {
        Self::Ref(Box::new(self))
    }

    pub fn is_copy(&self) -> bool {
        match self {
            Self::Int | Self::Usize | Self::Bool | Self::Triple | Self::Ref(_) | Self::Slice(_) => {
                true
            }
            Self::Text | Self::Noisy | Self::Duo | Self::Shape | Self::List(_) | Self::Fun => false,
            Self::Opt(inner) => inner.is_copy(),
            Self::Pair(a, b) => a.is_copy() && b.is_copy(),
        }
    }

    /// Whether the drop of a value of this type shows in the trace.
    pub fn is_noisy(&self) -> bool {
        match self {
            Self::Noisy | Self::Duo | Self::Shape | Self::Fun => true,
            Self::Opt(inner) | Self::List(inner) => inner.is_noisy(),
            Self::Pair(a, b) => a.is_noisy() || b.is_noisy(),
            _ => false,
        }
    }

    /// The type as it is written in Rust.
    pub fn name(&self) -> String {
        match self {
            Self::Int => "i32".into(),
            Self::Usize => "usize".into(),
            Self::Bool => "bool".into(),
            Self::Text => "String".into(),
            Self::Noisy => "N".into(),
            Self::Duo => "Duo".into(),
            Self::Shape => "Shape".into(),
            Self::Triple => "[i32; 3]".into(),
            Self::Opt(inner) => format!("Option<{}>", inner.name()),
            Self::Pair(a, b) => format!("({}, {})", a.name(), b.name()),
            Self::List(inner) => format!("Vec<{}>", inner.name()),
            Self::Ref(inner) => format!("&{}", inner.name()),
            Self::Slice(inner) => format!("&[{}]", inner.name()),
            Self::Fun => "_".into(),
        }
    }
}
