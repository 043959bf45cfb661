// Runs before the page is painted: hides the first screen from a tab that goes on with its journey.
try {
  if (sessionStorage.getItem('quillmere.verification')) document.documentElement.dataset.resuming = '';
} catch {
  // Where storage is blocked no journey was kept.
}
