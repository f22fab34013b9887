package openland.page;

import openland.page.Frame.Site;

/** Says whose site it is; a higher room that knows the offices gives it. */
public interface SiteSource {
    Site site();
}
