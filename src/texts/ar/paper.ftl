# Papers that are printed: what stands on every one, and the record of a handover.

paper-page-of = صفحة { $page } من { $pages }
