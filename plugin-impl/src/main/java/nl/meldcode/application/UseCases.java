package nl.meldcode.application;

import nl.meldcode.application.desk.Callers;
import nl.meldcode.application.destruction.ReadDestructions;
import nl.meldcode.application.emergency.OpenEmergencyAccess;
import nl.meldcode.application.emergency.ReadEmergencyAccesses;
import nl.meldcode.application.emergency.ReviewEmergencyAccess;
import nl.meldcode.application.linking.ShowLinks;
import nl.meldcode.application.lists.KeepLists;
import nl.meldcode.application.lists.ReadLists;
import nl.meldcode.application.read.ChooseDossier;
import nl.meldcode.application.read.ManyLookUps;
import nl.meldcode.application.read.OwnDrafts;
import nl.meldcode.application.read.ReadDocument;
import nl.meldcode.application.read.ReadLog;
import nl.meldcode.application.read.ResumeDelivery;
import nl.meldcode.application.read.RosterChoices;
import nl.meldcode.application.record.RecordEntry;
import nl.meldcode.application.record.TakeUpload;
import nl.meldcode.application.register.ReadRegister;
import nl.meldcode.application.register.ReferToBoard;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.PreviewProtocols;
import nl.meldcode.application.view.ReadWorkList;
import nl.meldcode.application.view.ShowDossier;

/** What the interface offers, made once and handed to it. */
public record UseCases(
    Callers callers,
    RecordEntry recordEntry,
    ShowDossier showDossier,
    PreviewProtocols previewProtocols,
    ChooseDossier chooseDossier,
    ReadDocument readDocument,
    TakeUpload takeUpload,
    OwnDrafts ownDrafts,
    ResumeDelivery resumeDelivery,
    RosterChoices rosterChoices,
    ReferToBoard referToBoard,
    ReadRegister readRegister,
    ReadLists readLists,
    KeepLists keepLists,
    ShowLinks showLinks,
    ReadLog readLog,
    OpenEmergencyAccess openEmergency,
    ReadEmergencyAccesses readEmergencies,
    ReviewEmergencyAccess reviewEmergency,
    ManyLookUps manyLookUps,
    ReadDestructions readDestructions,
    ReadWorkList readWorkList,
    Texts texts) {}
