package openland.files;

import java.util.List;
import openland.files.Hidden.Treatment;

/**
 * What was found in a file.
 *
 * @param content what a reader sees
 * @param hidden  what a reader does not see; for reviewers, never public
 */
public record Inspection(FileContent content, List<Hidden> hidden) {
    /** What of the hidden things gets that treatment, in the order of the file. */
    public List<Hidden> hidden(Treatment treatment) {
        return hidden.stream().filter(thing -> thing.kind().treatment() == treatment).toList();
    }

    /** Whether nothing has to be taken out before anybody may have the file. */
    public boolean mayGoOutAsItIs() {
        return hidden.isEmpty();
    }
}
