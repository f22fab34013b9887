package openland.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application form (申请表); each thing it asks for is an {@link InformationRequest} of its own.
 *
 * @param arrivedOn when it reached the office, which need not be the day of receipt
 * @param form      in which form the information is wanted
 * @param delivery  which way
 * @param help      what an applicant who cannot read or see well needs (条例第四十三条); empty when nothing
 * @param oral      whether an officer wrote it down (条例第二十九条第一款)
 */
public record Filing(UUID id, UUID office, UUID applicant, Channel channel, LocalDate arrivedOn, Instant filedAt, String form, String delivery, String help,
        boolean oral, @Nullable UUID filedBy) {}
