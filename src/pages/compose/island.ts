/* What quotes without leaving the page, for those who may: guests are spared it. */
if (document.querySelector('a[data-quote], [data-quotes]')) void import('./browser/quoting.ts')
