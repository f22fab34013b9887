package openland.screening;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A screening that fails while it is told to, for trying what then happens. */
public final class BrokenScreening extends Screening {
    private volatile boolean broken;

    public BrokenScreening() {
        super(InstantSource.system());
    }

    public void setBroken(boolean broken) {
        this.broken = broken;
    }

    @Override
    public List<Finding> screen(Map<String, String> textsByField) {
        if (broken) {
            throw new IllegalStateException("The screening is broken");
        }
        return super.screen(textsByField);
    }
}
