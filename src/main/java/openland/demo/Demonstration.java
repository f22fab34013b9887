package openland.demo;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import openland.base.database.CannotStart;
import openland.ledger.Ledger;
import openland.office.Offices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Fills an empty folder with the demonstration before the program calls itself ready. Everything is made by the ordinary
 * services and may be repeated: a start that was cut off is finished by the next one.
 */
@Component
class Demonstration implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
    private static final long LOCK = 0x64656d6fL;

    private final boolean wanted;
    private final Ledger ledger;
    private final Offices offices;
    private final DemoAccounts accounts;
    private final DemoOffices demoOffices;
    private final DemoPacks packs;
    private final DemoPieces pieces;
    private final DemoDuties duties;
    private final DemoRequests requests;
    private final DataSource database;

    Demonstration(@Value("${openland.demo}") boolean wanted, Ledger ledger, Offices offices, DemoAccounts accounts,
            DemoOffices demoOffices, DemoPacks packs, DemoPieces pieces, DemoDuties duties, DemoRequests requests, DataSource database) {
        this.wanted = wanted;
        this.ledger = ledger;
        this.offices = offices;
        this.accounts = accounts;
        this.demoOffices = demoOffices;
        this.packs = packs;
        this.pieces = pieces;
        this.duties = duties;
        this.requests = requests;
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        boolean demonstration = ledger.isDemonstration();
        if (demonstration && !wanted) {
            throw new CannotStart("这个数据目录里是演示，不能当作正式系统使用。",
                    "请换一个空的OPENLAND_DATA，或者去掉OPENLAND_DEMO=false。");
        }
        if (!demonstration) {
            return;
        }
        try (var connection = database.getConnection()) {
            lock(connection, "select pg_advisory_lock(" + LOCK + ")");   // two nodes may start at once
            try {
                fill();
            } finally {
                lock(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private void fill() {
        var before = offices.all().size();
        demoOffices.fill(accounts.password());
        packs.load();
        duties.openMet();
        pieces.publish();
        duties.openOwed();
        requests.file();
        if (offices.all().size() > before) {
            log.info("演示数据已就绪：四级机构各一个，每个机构九名工作人员，若干件信息");
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
