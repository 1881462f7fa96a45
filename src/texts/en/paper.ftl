# Papers that are printed: what stands on every one, and the record of a handover.

paper-page-of = Page { $page } of { $pages }
