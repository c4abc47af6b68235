<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>FailureHelp</name>
    <message>
        <source>Something went wrong that has no help text yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the code and tell the hall&apos;s IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hall IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk</source>
        <extracomment>who acts on a failure: the person at the window</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 cause of a failure, %2 its code</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescinded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting, last try failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HK/Macao/Taiwan residence permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreigner&apos;s residence card (2017)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreigner&apos;s residence card (2023)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resident identity card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spouse&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Household&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Household</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust level A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust level B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust level C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust level D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement by applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May follow later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From earlier case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Life event chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Situation answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form field changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Material changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::AgentCard</name>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorised until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of attorney checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the agent&apos;s card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Ctrl+3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ApplicantCard</name>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the ID card on the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole number; it is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant&apos;s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type in without a card F4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Chip read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long-term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person and certificates appear by themselves. The last case stays saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseColumn</name>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items and materials of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive  F9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the draft is discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;n departments&quot;, %2 &quot;n items&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n department(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to follow</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s): %1</source>
        <extracomment>%1 counts of materials by how they are satisfied</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an item or life event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the agent&apos;s authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1 (%2)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot go on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card on the reader opens one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a life event or items: Alt+2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseDetailPane</name>
    <message>
        <source>Close Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole number; it is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the case is withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseListDelegate</name>
    <message numerus="yes">
        <source>%n item(s) share it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseListModel</name>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n missing · F6</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to follow</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Materials complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Materials, each once: %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Item or material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesDelegate</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n department(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesModel</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Correction asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesPage</name>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number, name, item, initials  Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases of this queue appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search looks at name, number, item and initials on this computer, offline too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · local index %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CertificateDetail</name>
    <message>
        <source>Close Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item of this case asks for it. Its contents may only be pulled with the consent of its holder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder consents, pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable offline until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is asked for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CertificatesModel</name>
    <message>
        <source>No. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>whose certificate, holder&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>used by %n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be used in a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>certificate, issuer and number, status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CertificatesPane</name>
    <message>
        <source>Filter certificates: name, number, issuer  Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All departments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: the list of %1, usable until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: the list of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter or choose all departments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline, and nothing kept for this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take originals or files now; certificates can be asked for again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates could not be listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates appear after the card is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each look-up is recorded with its purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate is linked to this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take originals or files for the materials.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CounterPage</name>
    <message>
        <source>Parts of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Situations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing with the holder present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose: %1 · recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DemoTray</name>
    <message>
        <source>Take the card off the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the card on the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: cards for the virtual reader</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ErrorLine</name>
    <message>
        <source>%1 Who acts: %2. Code %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FieldEditor</name>
    <message>
        <source>Changed %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FooterBar</name>
    <message>
        <source>F1 Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case open. Everything on this computer is stored encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1 (%2, typing is kept as scratch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1 (%2, not saved yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1 (%2, saved encrypted on this computer %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card read %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) listed %1 s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FormPane</name>
    <message>
        <source>Choose items first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One form over all items appears here, filled in as far as card and certificates tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These items need no form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::GuideView</name>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Implementation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished at the counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a promised date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statutory limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduction: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in force from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>taken from the e-certificate where there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in some situations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HeaderBar</name>
    <message>
        <source>Yichuang</source>
        <comment>name of the product</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID card reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection to the exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out Ctrl+L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ID card reader is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader fault %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synchronised %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out of the exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>operator and role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>hall and window</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HelpOverlay</name>
    <message>
        <source>Keys of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the ID card again, try faulty readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an identity in without a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: certificates, sending, the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive the materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an agent: the next card is theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter, cases, sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates, items, situations, form, timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items and materials of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter or search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the draft now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back, do again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out; drafts stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HintsCard</name>
    <message>
        <source>Hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 expires in %n day(s)</source>
        <extracomment>%1 name of a certificate</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 expired %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be handled now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to point out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HitDelegate</name>
    <message>
        <source>Life event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found as “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HitsModel</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>item, department, time limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ItemPanel</name>
    <message>
        <source>Office guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statutory limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ItemsPane</name>
    <message>
        <source>Search items and life events: words or pinyin initials  Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search items and life events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items and life events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No catalogue on this computer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes with the first connection to the exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer characters or the initials of the pinyin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose life event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::MainWindow</name>
    <message>
        <source>Yichuang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the computer&apos;s keychain when it asks. The key of the encrypted store lies in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the encrypted store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::MaterialPanel</name>
    <message>
        <source>Certificate to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 item, %2 why it asks for the material</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes out of this case itself; nobody has to bring it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) would fit but are expired or revoked.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>File %1, %2 KB, stored encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common mistake: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::NavRail</name>
    <message>
        <source>Counter</source>
        <extracomment>page on which a clerk takes an application (受理)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take an application, Ctrl+7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases of this window, Ctrl+8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits to be sent, Ctrl+9</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::NewcomerBanner</name>
    <message>
        <source>The open draft stays as it is until you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case, keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another card lies on the reader: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::OutboxModel</name>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as soon as those before it are through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PartsModel</name>
    <message>
        <source>number follows with acceptance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>item, department, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PhotoView</name>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReaderPanel</name>
    <message>
        <source>ID card readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the readers again F3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this reader first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module %1 · last card %2</source>
        <extracomment>%1 number of the security module, %2 time of the last card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ID card reader is connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReasonLine</name>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReceiptPanel</name>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next applicant  Ctrl+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange has the case. Each department accepts and decides its own item; what happens shows in the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The materials are received and stored encrypted on this computer. Formal acceptance and numbers come from the exchange as soon as it is reached.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SignInPage</name>
    <message>
        <source>Sign in to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work of other operators on this computer stays separate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SituationsPane</name>
    <message>
        <source>Choose items first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions of the chosen items appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These items ask nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::StateView</name>
    <message>
        <source>%1
Who acts: %2 · code %3</source>
        <extracomment>%1 next step, %2 who acts, %3 failure code</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::StoreFailurePage</name>
    <message>
        <source>The encrypted store cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the store aside…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file is kept, renamed, on this computer, and a new empty store is made. Drafts that never reached the exchange stay in the old file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I understand, hall IT knows of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put aside and start new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who acts: %1 · code %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SyncPage</name>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out of the exchange; work can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange cannot be reached; work can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached certificates and the catalogue can be used. Cases get a provisional receipt, are stored encrypted on this computer and are sent by themselves when the exchange is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: %1 (%2) %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything done here is at the exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing sent today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>today %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>last %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TimelineModel</name>
    <message>
        <source>Whole case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step of every department appears here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TypedPanel</name>
    <message>
        <source>Typed identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, typed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the card was not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two numbers are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the card was not read; the reason is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
