package openland.base.database;

/** What a client needs to reach a database. */
record Access(String url, String username, String password) {
    @Override
    public String toString() {
        return username + " at " + url;
    }
}
