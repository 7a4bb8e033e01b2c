import type { StarlightRouteData } from '@astrojs/starlight/route-data';

/** Tags in the head of a page beyond Starlight's own. */
export async function headTags(_route: StarlightRouteData, _site: URL | undefined): Promise<StarlightRouteData['head']> {
	return [];
}
