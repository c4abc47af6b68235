<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n calendar day</numerusform>
            <numerusform>%n calendar days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <extracomment>the due day is provisional: the holidays of its year are not published yet</extracomment>
        <translation>
            <numerusform>about %n day left</numerusform>
            <numerusform>about %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 names of files</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseColumn</name>
    <message numerus="yes">
        <source>%n department(s)</source>
        <translation>
            <numerusform>%n department</numerusform>
            <numerusform>%n departments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation>
            <numerusform>%n exempt</numerusform>
            <numerusform>%n exempt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <translation>
            <numerusform>%n taken</numerusform>
            <numerusform>%n taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1 (%2)</source>
        <translation>
            <numerusform>%n missing: %1 (%2)</numerusform>
            <numerusform>%n missing: %1 (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1</source>
        <translation>
            <numerusform>%n missing: %1</numerusform>
            <numerusform>%n missing: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later</source>
        <translation>
            <numerusform>%n later</numerusform>
            <numerusform>%n later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Materials %n: %1</source>
        <extracomment>%1 counts of materials by how they are satisfied</extracomment>
        <translation>
            <numerusform>Materials %n: %1</numerusform>
            <numerusform>Materials %n: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n optional</source>
        <extracomment>materials that may be left out and are</extracomment>
        <translation>
            <numerusform>%n optional</numerusform>
            <numerusform>%n optional</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseListDelegate</name>
    <message numerus="yes">
        <source>%n item(s) share it</source>
        <translation>
            <numerusform>%n item shares it</numerusform>
            <numerusform>%n items share it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseListModel</name>
    <message numerus="yes">
        <source>%n missing · F6</source>
        <translation>
            <numerusform>%n missing · F6</numerusform>
            <numerusform>%n missing · F6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to follow</source>
        <translation>
            <numerusform>%n to follow</numerusform>
            <numerusform>%n to follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Materials, each once: %n</source>
        <translation>
            <numerusform>Materials, each once: %n</numerusform>
            <numerusform>Materials, each once: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesDelegate</name>
    <message numerus="yes">
        <source>%n department(s)</source>
        <translation>
            <numerusform>%n department</numerusform>
            <numerusform>%n departments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesModel</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CertificatesModel</name>
    <message numerus="yes">
        <source>used by %n item(s)</source>
        <translation>
            <numerusform>used by %n item</numerusform>
            <numerusform>used by %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FooterBar</name>
    <message numerus="yes">
        <source>%n certificate(s) listed %1 s</source>
        <translation>
            <numerusform>%n certificate listed %1 s</numerusform>
            <numerusform>%n certificates listed %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FormPane</name>
    <message numerus="yes">
        <source>%n field(s) to fill, next: %1</source>
        <extracomment>%1 label of the first empty form field</extracomment>
        <translation>
            <numerusform>%n field to fill, next: %1</numerusform>
            <numerusform>%n fields to fill, next: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::GuideView</name>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n original</numerusform>
            <numerusform>%n originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HandInPanel</name>
    <message numerus="yes">
        <source>%n missing or wrong: %1</source>
        <extracomment>%n fields and materials that are empty, wrong or not there; %1 the first of them</extracomment>
        <translation>
            <numerusform>%n missing or wrong: %1</numerusform>
            <numerusform>%n missing or wrong: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HeaderBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned</source>
        <translation>
            <numerusform>%n returned</numerusform>
            <numerusform>%n returned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of others</source>
        <extracomment>commands that colleagues made at this computer</extracomment>
        <translation>
            <numerusform>%n of others</numerusform>
            <numerusform>%n of others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HintsCard</name>
    <message numerus="yes">
        <source>%1 expires in %n day(s)</source>
        <extracomment>%1 name of a certificate</extracomment>
        <translation>
            <numerusform>%1 expires in %n day</numerusform>
            <numerusform>%1 expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 expired %n day(s) ago</source>
        <translation>
            <numerusform>%1 expired %n day ago</numerusform>
            <numerusform>%1 expired %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::LookupsPane</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::MaterialPanel</name>
    <message numerus="yes">
        <source>%n certificate(s) would fit but are expired or revoked.</source>
        <translation>
            <numerusform>%n certificate would fit but is expired or revoked.</numerusform>
            <numerusform>%n certificates would fit but are expired or revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), stored encrypted</source>
        <translation>
            <numerusform>%n file, stored encrypted</numerusform>
            <numerusform>%n files, stored encrypted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::OutboxModel</name>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>tried %n time</numerusform>
            <numerusform>tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReceiptPanel</name>
    <message numerus="yes">
        <source>The exchange has the case. %n item(s) still wait for acceptance: the department answers by the day shown, or the item counts as accepted. What happens shows in the timeline.</source>
        <translation>
            <numerusform>The exchange has the case. %n item still waits for acceptance: the department answers by the day shown, or the item counts as accepted. What happens shows in the timeline.</numerusform>
            <numerusform>The exchange has the case. %n items still wait for acceptance: the department answers by the day shown, or the item counts as accepted. What happens shows in the timeline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are examined by their department before acceptance.</source>
        <extracomment>follows a sentence about formal acceptance</extracomment>
        <translation>
            <numerusform>%n item is examined by its department before acceptance.</numerusform>
            <numerusform>%n items are examined by their department before acceptance.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SignInPage</name>
    <message numerus="yes">
        <source>Without it only those can come in whom it let in at this computer within the last %n days, with the same password. Everybody else: try again when it is back. What was saved here is kept and is sent then.</source>
        <translation>
            <numerusform>Without it only those can come in whom it let in at this computer within the last %n day, with the same password. Everybody else: try again when it is back. What was saved here is kept and is sent then.</numerusform>
            <numerusform>Without it only those can come in whom it let in at this computer within the last %n days, with the same password. Everybody else: try again when it is back. What was saved here is kept and is sent then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SyncPage</name>
    <message numerus="yes">
        <source>today %n</source>
        <translation>
            <numerusform>today %n</numerusform>
            <numerusform>today %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The exchange returned %n case(s): what was sent last did not count and is to be done again.</source>
        <translation>
            <numerusform>The exchange returned %n case: what was sent last did not count and is to be done again.</numerusform>
            <numerusform>The exchange returned %n cases: what was sent last did not count and is to be done again.</numerusform>
        </translation>
    </message>
</context>
</TS>
