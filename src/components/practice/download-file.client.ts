/** Hands the reader a file that was made in the page. */
export function downloadFile(name: string, content: BlobPart, type: string): number {
	const blob = new Blob([content], { type });
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
	return blob.size;
}
