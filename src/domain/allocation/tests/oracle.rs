//! A thousand small towns: a matching solver and a flow solver find no better proposal, and chance has no say.
