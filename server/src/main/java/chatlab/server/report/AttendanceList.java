package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.protocol.NaturalOrder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The people of one run as all outputs list them: by name, or by number where the report is anonymous. */
final class AttendanceList {
    private final ReportedRun run;
    private final Disguise disguise;
    private final ReportTimes times;

    AttendanceList(ReportedRun run, Disguise disguise, ReportTimes times) {
        this.run = run;
        this.disguise = disguise;
        this.times = times;
    }

    /** One person. {@code first} and {@code last} have a day only where it is not the one on which the run began. */
    record Row(
            String name,
            String formerNames,
            String first,
            String last,
            String minutes,
            String messages,
            Attendee person) {}

    /** Like "Run 1: 2026-11-20, 10:15 to 11:45, 30 people". */
    String heading() {
        Attendance attendance = run.attendance();
        return WORDS.get(
                "run",
                run.number(),
                begin().toString(),
                times.minute(attendance.begin(), begin()),
                times.minute(attendance.end(), begin()),
                attendance.people().size());
    }

    List<Row> rows() {
        Comparator<Attendee> byNumber = Comparator.comparing(person -> disguise.number(person.name()));
        Comparator<Attendee> byName = Comparator.comparing(Attendee::name, new NaturalOrder());
        run.attendance().people().forEach(person -> disguise.number(person.name())); // in the order of their arrival
        return run.attendance().people().stream()
                .sorted((disguise.isAnonymous() ? byNumber : byName).thenComparing(Attendee::first))
                .map(this::row)
                .toList();
    }

    private Row row(Attendee person) {
        return new Row(
                disguise.person(person.name()),
                String.join(
                        ", ",
                        person.formerNames().stream().map(disguise::person).toList()),
                times.minute(person.first(), begin()),
                times.minute(person.last(), begin()),
                String.valueOf(person.minutes()),
                String.valueOf(person.messages()),
                person);
    }

    /** The day on which the run began. */
    LocalDate begin() {
        return times.day(run.attendance().begin());
    }
}
